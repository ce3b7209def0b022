package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Arguments of {@code income.dividends}. */
public record DividendsRequest(
        @Arg(doc = "Portfolio; the one of the execution when absent")
        Optional<UUID> portfolioId,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId,

        @Arg(doc = "Only dividends of this security") Optional<String> symbol,

        @Arg(doc = "First pay date; the first entry of the ledger when absent")
        Optional<LocalDate> from,

        @Arg(doc = "Last pay date; the day of the pack when absent")
        Optional<LocalDate> to) {}
