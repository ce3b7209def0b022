package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;
import java.util.UUID;

/** Arguments of {@code tax.realized_gains}. */
public record RealizedGainsRequest(
        @Arg(doc = "Portfolio; the one of the execution when absent")
        Optional<UUID> portfolioId,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId,

        @Arg(doc = "Only sales of this security") Optional<String> symbol,

        @Arg(doc = "Calendar year of the sales; that of the pack when absent")
        Optional<Integer> taxYear,

        @Arg(doc = "Every sale since the first entry of the ledger instead of one year", defaultValue = "false")
        boolean allYears) {}
