package io.dawsos.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** The answer as it was stored, without what was left out, and before it, as {@code export}, whose data it is and where it comes from. */
public final class JsonRenderer implements ExportRenderer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public ExportFormat format() {
        return ExportFormat.JSON;
    }

    @Override
    public void render(ExportDocument document, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeObjectField("export", Manifest.head(document));
            for (String member : java.util.List.of("data", "charts", "panels", "warnings", "trace")) {
                json.writeObjectField(member, document.response().path(member));
            }
            json.writeEndObject();
        }
    }
}
