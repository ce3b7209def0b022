package io.dawsos.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Documents to be written, and what becomes of them. */
final class TestingDocuments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private TestingDocuments() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** An answer with this {@code data}; every output is that of a step of its own. */
    static ExportDocument of(String data) {
        String response = "{'data':" + data + ",'charts':[],'panels':[],'warnings':['a price is old'],"
                + "'trace':{'pattern_version':'0123','request_id':'11111111-1111-1111-1111-111111111111',"
                + "'asof':'2023-12-29','pricing_pack_id':'20231229_v1','ledger_commit_hash':'abc','result_hash':'def',"
                + "'steps':[{'step':'charts','capability':'charts.overview'},{'step':'known','capability':'test.known'}]}}";
        return document(json(response));
    }

    static ExportDocument document(JsonNode response) {
        return new ExportDocument(
                "Überblick",
                "overview",
                response,
                List.of("Prices by Somebody, Inc.", "Rates by\nSomebody else"),
                Optional.of(new Watermark("internal", 0.3, "diagonal")),
                List.of(new Exclusion("news", "News", "Export blocked: NewsAPI data cannot be exported.")),
                Instant.parse("2024-01-02T15:04:05.678Z"),
                ZoneId.of("America/Toronto"));
    }

    static byte[] bytes(ExportRenderer renderer, ExportDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.render(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Columns of the capability {@code test.known}, and of no other. */
    static List<String> columns(String capability, String path) {
        if (!capability.equals("test.known")) {
            return List.of();
        }
        return switch (path) {
            case "" -> List.of("total", "base", "positions");
            case "positions[]" -> List.of("symbol", "price", "lots", "note");
            case "positions[].lots[]" -> List.of("quantity", "acquired");
            default -> List.of();
        };
    }
}
