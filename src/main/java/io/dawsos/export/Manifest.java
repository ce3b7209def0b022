package io.dawsos.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What lies in a ZIP of tables, and where it comes from. */
final class Manifest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One file of the archive. */
    record File(String file, String table, List<String> columns, long rows) {
        File {
            columns = List.copyOf(columns);
        }
    }

    private Manifest() {}

    static byte[] bytes(ExportDocument document, List<File> files) {
        Map<String, Object> manifest = new LinkedHashMap<>(head(document));
        manifest.put("files", files);
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The manifest cannot be written", e);
        }
    }

    /** What every document says of itself, with names for programs. */
    static Map<String, Object> head(ExportDocument document) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("title", document.title());
        head.put("pattern_id", document.patternId());
        head.put("generated", Provenance.generated(document));
        head.put("attributions", document.attributions());
        document.watermark().ifPresent(mark -> head.put("watermark", mark.text()));
        head.put("excluded", document.exclusions());
        head.put("provenance", Provenance.of(document));
        head.put("warnings", document.response().path("warnings"));
        return head;
    }
}
