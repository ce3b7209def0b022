package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternId;
import java.util.Optional;

/** What a pattern itself says of exports: its {@code export_allowed} are the formats in which its answer may leave at most. */
final class PatternExports {

    private final PatternCatalog catalog;

    PatternExports(PatternCatalog catalog) {
        this.catalog = catalog;
    }

    /** Its name for a reader, its id when it is no longer there. */
    String title(String patternId) {
        return find(patternId).map(Pattern::name).orElse(patternId);
    }

    /** Why this pattern's answer may not leave so; a pattern that is gone can allow nothing. */
    Optional<String> refusal(String patternId, ExportFormat format) {
        Optional<Pattern> pattern = find(patternId);
        if (pattern.isEmpty()) {
            return Optional.of("Export blocked: pattern '" + patternId
                    + "' is no longer in the catalogue, so that nothing says what it allows.");
        }
        JsonNode allowed = pattern.get().definition().path("export_allowed");
        return allowed.isMissingNode() || allows(allowed, format)
                ? Optional.empty()
                : Optional.of("Export blocked: pattern '" + patternId + "' does not allow " + format.name()
                        + " export (export_allowed).");
    }

    private Optional<Pattern> find(String patternId) {
        return PatternId.parse(patternId).flatMap(catalog::find);
    }

    /** JSON goes by {@code csv} where it is not named: both hold the figures. */
    private static boolean allows(JsonNode allowed, ExportFormat format) {
        return switch (format) {
            case PDF -> allowed.path("pdf").booleanValue();
            case CSV -> allowed.path("csv").booleanValue();
            case XLSX ->
                allowed.path("xlsx").booleanValue() || allowed.path("excel").booleanValue();
            case JSON ->
                allowed.has("json")
                        ? allowed.path("json").booleanValue()
                        : allowed.path("csv").booleanValue();
        };
    }
}
