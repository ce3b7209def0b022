package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a document comes from, as every format says it. */
final class Provenance {

    private Provenance() {}

    /** Names and values in the order in which they are shown. */
    static Map<String, String> of(ExportDocument document) {
        JsonNode trace = document.response().path("trace");
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Title", document.title());
        facts.put(
                "Pattern",
                document.patternId() + " " + trace.path("pattern_version").asText());
        facts.put("Execution", trace.path("request_id").asText());
        facts.put("As of", trace.path("asof").asText());
        facts.put("Pack", trace.path("pricing_pack_id").asText());
        facts.put("Ledger", trace.path("ledger_commit_hash").asText());
        facts.put("Result hash", trace.path("result_hash").asText());
        facts.put("Generated", generated(document));
        return facts;
    }

    static String generated(ExportDocument document) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ZonedDateTime.ofInstant(document.generated().truncatedTo(ChronoUnit.SECONDS), document.zone()));
    }

    /** Attributions, then provenance, then what was left out and what to beware of, a line each. */
    static List<String> lines(ExportDocument document) {
        List<String> lines = new ArrayList<>();
        document.watermark().ifPresent(mark -> lines.add(mark.text()));
        lines.addAll(document.attributions());
        of(document).forEach((name, value) -> lines.add(name + ": " + value));
        document.exclusions()
                .forEach(exclusion -> lines.add("Left out: " + exclusion.title() + ": " + exclusion.reason()));
        document.response().path("warnings").forEach(warning -> lines.add("Warning: " + warning.asText()));
        return lines.stream().map(CellText::line).toList();
    }
}
