package io.dawsos.metrics;

import io.dawsos.portfolio.PortfolioScope;
import java.util.List;
import java.util.Optional;

/** The standard metrics that nights have stored, one row a ledger commit and pack. Rows are added, never changed. */
public interface PortfolioMetrics {

    /** A row and whose it is. */
    record Entry(PortfolioScope scope, StandardMetrics metrics) {}

    /** The row of exactly this commit and pack; one round trip. */
    Optional<StandardMetrics> find(PortfolioScope scope);

    /**
     * Adds the rows, of any number of users, in as few round trips as there are hundreds; one that is there is left as it is. A row whose
     * commit was not imported for its portfolio is left out.
     */
    void save(List<Entry> entries);
}
