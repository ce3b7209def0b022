package io.dawsos.store;

import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.portfolio.PortfolioScope;
import java.util.List;
import java.util.Optional;

/** Stored metrics. Row level security lets a statement write for one user only, so that rows of many travel as one pipeline. */
final class SqlPortfolioMetrics implements PortfolioMetrics {

    /** Statements a pipeline. */
    private static final int ROWS = 100;

    private final Sql sql;

    SqlPortfolioMetrics(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StandardMetrics> find(PortfolioScope scope) {
        return sql
                .read(
                        scope.userId(),
                        MetricsRows.FIND,
                        answers -> answers.list(MetricsRows::metrics),
                        scope.portfolioId(),
                        scope.ledgerCommit(),
                        scope.pack().toString())
                .stream()
                .findFirst();
    }

    @Override
    public void save(List<Entry> entries) {
        for (int start = 0; start < entries.size(); start += ROWS) {
            sql.write(entries.subList(start, Math.min(entries.size(), start + ROWS)).stream()
                    .map(entry -> new TenantQuery.Change(
                            entry.scope().userId(), MetricsRows.INSERT, MetricsRows.arguments(entry)))
                    .toList());
        }
    }
}
