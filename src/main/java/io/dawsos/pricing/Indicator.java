package io.dawsos.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One value of an economic series, as published.
 *
 * @param series the publisher's name, for instance {@code DGS10}
 * @param date day observed; within a pack older than the pack when carried forward
 * @param value in the series' own unit: a yield of 3.88 % is 3.88
 * @param provider who published it
 */
public record Indicator(String series, LocalDate date, BigDecimal value, String provider) {

    /** Where it comes from, as a source of an answer: {@code fred:DGS10}. */
    public String source() {
        return provider.toLowerCase(Locale.ROOT) + ":" + series;
    }
}
