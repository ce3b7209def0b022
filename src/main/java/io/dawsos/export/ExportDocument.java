package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written, whatever the format.
 *
 * @param title for a reader
 * @param patternId pattern that was executed
 * @param response the stored answer {@code {"data","charts","panels","warnings","trace"}}, without what was left out
 * @param attributions what must stand on it, in order
 * @param watermark what must stand across it
 * @param exclusions what was left out
 * @param generated when this document was asked for: the only thing in it that differs from one time to the next
 * @param zone in which {@code generated} is shown
 */
public record ExportDocument(
        String title,
        String patternId,
        JsonNode response,
        List<String> attributions,
        Optional<Watermark> watermark,
        List<Exclusion> exclusions,
        Instant generated,
        ZoneId zone) {
    public ExportDocument {
        attributions = List.copyOf(attributions);
        exclusions = List.copyOf(exclusions);
    }
}
