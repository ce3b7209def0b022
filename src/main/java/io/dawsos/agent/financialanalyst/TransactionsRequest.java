package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;
import java.util.UUID;

/** Arguments of {@code position.transactions}. */
public record TransactionsRequest(
        @Arg(doc = "Portfolio; the one of the execution when absent")
        Optional<UUID> portfolioId,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId,

        @Arg(doc = "Symbol of a security") String symbol,

        @Arg(doc = "How many at most, the newest first", unit = "entries", defaultValue = "50", min = 1, max = 10_000)
        int limit) {}
