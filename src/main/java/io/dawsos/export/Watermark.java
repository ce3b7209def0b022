package io.dawsos.export;

import static java.util.Objects.requireNonNull;

/**
 * A text across every page.
 *
 * @param opacity from 0, not to be seen, to 1
 * @param position {@code diagonal}, {@code header} or {@code footer}
 */
public record Watermark(String text, double opacity, String position) {

    public Watermark {
        requireNonNull(text, "text is null");
        requireNonNull(position, "position is null");
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity " + opacity + " of a watermark is not between 0 and 1");
        }
    }
}
