package io.dawsos.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * New units for old: from {@code exDate} on, closes are those of the new units.
 *
 * @param ratio new units per old one: 4 for a split 4:1, 0.1 for a consolidation 1:10
 */
public record Split(String symbol, LocalDate exDate, BigDecimal ratio) {
    public Split {
        if (ratio.signum() <= 0) {
            throw new IllegalArgumentException("The split of " + symbol + " on " + exDate + " has the ratio "
                    + ratio.toPlainString() + ", not a positive one");
        }
    }
}
