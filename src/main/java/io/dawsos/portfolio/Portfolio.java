package io.dawsos.portfolio;

import java.util.Currency;
import java.util.UUID;

/**
 * A portfolio of one user.
 *
 * @param ledgerPath main journal file within the ledger repository
 */
public record Portfolio(UUID id, UUID userId, String name, Currency base, String ledgerPath) {}
