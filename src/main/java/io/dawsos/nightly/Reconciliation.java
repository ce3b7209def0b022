package io.dawsos.nightly;

import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A portfolio compared with its ledger on one day.
 *
 * @param pack that both sides were valued with; its day is the day compared
 * @param ledgerCommit that the portfolio is answered from, read from git again
 * @param positionsChecked securities and currencies
 * @param maxErrorBps largest difference in value, 0 where none was compared
 * @param unvalued what the pack lacks, so that the portfolio has no value on either side and values were not compared
 * @param discrepancies by account and kind; none means that it passed
 */
public record Reconciliation(
        UUID portfolioId,
        PackId pack,
        String ledgerCommit,
        int positionsChecked,
        BigDecimal maxErrorBps,
        List<String> unvalued,
        List<Discrepancy> discrepancies,
        Instant at) {
    public Reconciliation {
        unvalued = List.copyOf(unvalued);
        discrepancies = List.copyOf(discrepancies);
    }

    public boolean passed() {
        return discrepancies.isEmpty();
    }
}
