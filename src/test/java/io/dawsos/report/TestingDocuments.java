package io.dawsos.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.export.Exclusion;
import io.dawsos.export.ExportDocument;
import io.dawsos.export.Watermark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Real answers as documents: the golden answers of the shipped patterns, with the trace that the service writes. */
final class TestingDocuments {

    static final String PACK = "20231229_v1";
    static final String COMMIT = "cbf619a832ea80bca883aeab8b82b22825fa2057";
    static final String DEMO = "Demo data: shipped with DawsOS";
    static final String FRED = "Economic data source: FRED\u00ae (Federal Reserve Bank of St. Louis)";
    static final Instant GENERATED = Instant.parse("2024-01-02T14:30:00Z");

    /** Latin, Chinese, and Hebrew with a number in parentheses. */
    static final String MIXED = "ACME \u817e\u8baf (\u05d1\u05e0\u05e7 12) Ltd";

    private static final Path ANSWERS = Path.of("src", "test", "resources", "golden", "answers");
    private static final ZoneId ZONE = ZoneId.of("America/Toronto");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final PdfRenderer RENDERER = new PdfRenderer();

    private TestingDocuments() {}

    static ExportDocument overview() {
        return document("portfolio_overview");
    }

    /** The golden answer of a pattern. */
    static ExportDocument document(String pattern) {
        JsonNode answer = read(pattern);
        ObjectNode response = JSON.createObjectNode();
        if (answer.has("data")) {
            response.setAll((ObjectNode) answer);
        } else {
            response.set("data", answer);
        }
        return of(pattern, response);
    }

    /** An answer with these outputs and nothing else. */
    static ExportDocument of(String pattern, ObjectNode response) {
        ObjectNode trace = response.putObject("trace");
        trace.put("pattern_version", "3f2a91bc");
        trace.put("pricing_pack_id", PACK);
        trace.put("pack_date", "2023-12-29");
        trace.put("asof", "2023-12-29");
        trace.put("ledger_commit_hash", COMMIT);
        trace.put("result_hash", "ee42d997b6f00754");
        trace.put("request_id", "6f1e7f0e-6f52-4f0e-9f3e-2a7c9f0e1b11");
        trace.putArray("providers").add("Demo").add("FRED");
        trace.putArray("sources").add("fred:DGS10").add("ledger:cbf619a8");
        return new ExportDocument(
                "Demo Portfolio", pattern, response, List.of(DEMO, FRED), Optional.empty(), List.of(), GENERATED, ZONE);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode read(String pattern) {
        try {
            return JSON.readTree(ANSWERS.resolve(pattern + ".json").toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException("no golden answer of " + pattern, e);
        }
    }

    static ArrayNode positions(ExportDocument document) {
        return (ArrayNode)
                document.response().path("data").path("valued_positions").path("positions");
    }

    /** The overview with so many positions more. */
    static ExportDocument withPositions(int count) {
        ExportDocument document = overview();
        ArrayNode positions = positions(document);
        ObjectNode first = (ObjectNode) positions.get(0);
        for (int i = 0; i < count; i++) {
            ObjectNode position = first.deepCopy();
            position.remove("lots");
            position.put("symbol", "SYM" + i).put("name", "Company number " + i).put("market_value", 1_000_000 - i);
            positions.add(position);
        }
        return document;
    }

    /** The overview with names from right to left, of East Asia, and mixed ones: as holdings, on the axes of charts, in its title. */
    static ExportDocument inManyScripts() {
        List<String> names = List.of(
                "\u0623\u0631\u0627\u0645\u0643\u0648 \u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629",
                "\u05d1\u05e0\u05e7 \u05dc\u05d0\u05d5\u05de\u05d9 \u05d1\u05e2\"\u05de",
                "\u817e\u8baf\u63a7\u80a1\u6709\u9650\u516c\u53f8",
                "\u30c8\u30e8\u30bf\u81ea\u52d5\u8eca",
                "\uc0bc\uc131\uc804\uc790",
                MIXED,
                "\u0634\u0631\u0643\u0629 ABC 2023 (\u0627\u0644\u0642\u0627\u0628\u0636\u0629)",
                "\u0413\u0430\u0437\u043f\u0440\u043e\u043c \u0395\u03bb\u03bb\u03ac\u03c2");
        ExportDocument document = overview();
        JsonNode sectors =
                document.response().path("data").path("sector_allocation").path("sectors");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            ((ObjectNode) positions(document).get(i)).put("name", name).put("symbol", name);
            ((ObjectNode) sectors.get(i)).put("sector", name);
        }
        return titled(document, names.get(0));
    }

    static ExportDocument titled(ExportDocument document, String title) {
        return copy(document, title, document.watermark(), document.exclusions(), document.generated());
    }

    static ExportDocument marked(ExportDocument document, Watermark watermark) {
        return copy(document, document.title(), Optional.of(watermark), document.exclusions(), document.generated());
    }

    static ExportDocument without(ExportDocument document, Exclusion... exclusions) {
        for (Exclusion exclusion : exclusions) {
            ((ObjectNode) document.response().path("data")).remove(exclusion.output());
        }
        return copy(document, document.title(), document.watermark(), List.of(exclusions), document.generated());
    }

    static ExportDocument at(ExportDocument document, Instant generated) {
        return copy(document, document.title(), document.watermark(), document.exclusions(), generated);
    }

    private static ExportDocument copy(
            ExportDocument from,
            String title,
            Optional<Watermark> watermark,
            List<Exclusion> exclusions,
            Instant generated) {
        return new ExportDocument(
                title, from.patternId(), from.response(), from.attributions(), watermark, exclusions, generated, ZONE);
    }

    static byte[] pdf(ExportDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RENDERER.render(document, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** The texts of the pages. */
    static List<String> pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> text(document, page))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(PDDocument document, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
