package io.dawsos.export;

import static java.util.Objects.requireNonNull;

/**
 * What was left out of a document, and why.
 *
 * @param output the output's key in the answer's data
 * @param title what its panel is called
 */
public record Exclusion(String output, String title, String reason) {

    public Exclusion {
        requireNonNull(output, "output is null");
        requireNonNull(title, "title is null");
        requireNonNull(reason, "reason is null");
    }
}
