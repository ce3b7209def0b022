package io.dawsos.pricing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Economic series as providers publish them. */
@FunctionalInterface
public interface IndicatorData {

    /** The values of the days from {@code from} to {@code to}, both included, by series and date; days without a value are left out. */
    List<Indicator> indicators(Collection<String> series, LocalDate from, LocalDate to);
}
