package io.dawsos.execution;

import io.dawsos.pricing.PackId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is fixed before the first step runs: templates see it as {@code ctx}, capabilities get it as their second argument.
 *
 * @param userId on whose behalf it runs; row level security shows only this user's rows
 * @param requestId made by the server, one a request
 * @param traceId 32 hexadecimal digits, the W3C trace id
 * @param timestamp when it was opened
 * @param asOf day asked for; the pack's own day when none was asked for
 * @param pack the pricing pack every figure comes from
 * @param packProviders data providers behind the pack, sorted
 * @param ledgerCommit the ledger commit every figure comes from
 * @param portfolioId the portfolio, when the pattern is about one
 * @param baseCurrency of the portfolio, else the house currency
 */
public record ExecutionContext(
        UUID userId,
        UUID requestId,
        String traceId,
        Instant timestamp,
        LocalDate asOf,
        PackId pack,
        List<String> packProviders,
        String ledgerCommit,
        Optional<UUID> portfolioId,
        Currency baseCurrency) {
    public ExecutionContext {
        packProviders = List.copyOf(packProviders);
    }
}
