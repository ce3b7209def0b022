package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Arguments of {@code metrics.compute_volatility}. A first day beats the number of days. */
public record VolatilityRequest(
        @Arg(doc = "Portfolio; the one of the execution when absent")
        Optional<UUID> portfolioId,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId,

        @Arg(
                doc = "How many daily values to look at, up to the day of the pack: 253 make 252 daily returns",
                unit = "trading days",
                defaultValue = "253",
                min = 2,
                max = 10_000)
        int lookbackDays,

        @Arg(doc = "Measure from the close of this day, or of the last day before it that has a pack")
        Optional<LocalDate> from,

        @Arg(doc = "Measure to the close of this day; only together with 'from'; the day of the pack when absent")
        Optional<LocalDate> to,

        @Arg(
                doc = "Length of the rolling window whose path is told",
                unit = "daily returns",
                defaultValue = "30",
                min = 2,
                max = 10_000)
        int window) {

    RangeRequest range() {
        return new RangeRequest(portfolioId, packId, lookbackDays, from, to);
    }
}
