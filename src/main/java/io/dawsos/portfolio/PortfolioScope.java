package io.dawsos.portfolio;

import io.dawsos.pricing.PackId;
import java.util.Currency;
import java.util.UUID;

/**
 * Whose portfolio is read, and from which truth: the same scope always reads the same rows.
 *
 * @param userId row level security shows only this user's rows
 * @param pack pack that the answer is computed from; no later day is read
 */
public record PortfolioScope(UUID userId, UUID portfolioId, Currency base, String ledgerCommit, PackId pack) {}
