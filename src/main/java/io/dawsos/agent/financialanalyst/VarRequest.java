package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Arguments of {@code risk.compute_var}. A first day beats the number of days. */
public record VarRequest(
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
                doc = "Share of the days on which the loss is not exceeded: from 0.5 to 0.999",
                unit = "fraction",
                defaultValue = "0.95")
        double confidence) {

    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.999;

    public VarRequest {
        if (!(confidence >= LOWEST && confidence <= HIGHEST)) {
            throw Failure.invalid(List.of(new Violation(
                    "/args/confidence",
                    "'confidence' is " + confidence + "; it must lie between " + LOWEST + " and " + HIGHEST)));
        }
    }

    RangeRequest range() {
        return new RangeRequest(portfolioId, packId, lookbackDays, from, to);
    }
}
