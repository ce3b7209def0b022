package io.dawsos.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One answer on its way out.
 *
 * @param response the stored answer {@code {"data","charts","panels","warnings","trace"}}, without what is excluded
 * @param attributions what providers want said, in order
 * @param generated when the file was asked for, said in {@code zone}
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
        requireNonNull(title, "title is null");
        requireNonNull(patternId, "patternId is null");
        requireNonNull(response, "response is null");
        attributions = List.copyOf(attributions);
        requireNonNull(watermark, "watermark is null");
        exclusions = List.copyOf(exclusions);
        requireNonNull(generated, "generated is null");
        requireNonNull(zone, "zone is null");
    }
}
