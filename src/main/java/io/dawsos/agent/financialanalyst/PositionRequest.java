package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;
import java.util.UUID;

/** Arguments of a capability about one position that is held. */
public record PositionRequest(
        @Arg(doc = "Portfolio; the one of the execution when absent")
        Optional<UUID> portfolioId,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId,

        @Arg(doc = "Symbol of a security that is held") String symbol,

        @Arg(
                doc = "How many daily values to look at, up to the day of the pack; trading days, not calendar days",
                unit = "trading days",
                defaultValue = "252",
                min = 2,
                max = 10_000)
        int lookbackDays) {}
