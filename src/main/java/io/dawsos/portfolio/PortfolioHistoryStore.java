package io.dawsos.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the daily history of a portfolio at one ledger commit is put. Rows are added, never changed. */
public interface PortfolioHistoryStore {

    /** The last day that has a row at this commit. */
    Optional<LocalDate> lastDay(UUID userId, UUID portfolioId, String commit);

    /**
     * Adds the days, all or none; a day that is there for the same pack is left as it is. Throws {@link IllegalArgumentException} when
     * the commit was not imported for this portfolio.
     */
    void save(UUID userId, UUID portfolioId, String commit, List<HistoryDay> days);
}
