package io.dawsos.store;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.PortfolioScope;
import java.util.ArrayList;
import java.util.List;

/** Reads what belongs to a scope, in one round trip, and asks first whether the scope exists: rows of nothing must not look like an empty portfolio. */
final class ScopedRead {

    private final Sql sql;

    ScopedRead(Sql sql) {
        this.sql = sql;
    }

    /** Fails with PORTFOLIO_NOT_FOUND when there is no such portfolio, commit or pack. */
    @SafeVarargs
    final <T> T read(
            PortfolioScope scope, String statements, TenantQuery.Decoder<T> decoder, List<Object>... arguments) {
        List<Object> all = new ArrayList<>(HistorySql.scope(scope));
        for (List<Object> some : arguments) {
            all.addAll(some);
        }
        return sql.read(
                scope.userId(),
                HistorySql.EXISTS + statements,
                answers -> {
                    if (answers.list(row -> row.getLong(1)).isEmpty()) {
                        throw new Failure(
                                FailureReason.PORTFOLIO_NOT_FOUND,
                                "There is no portfolio " + scope.portfolioId() + " at ledger commit "
                                        + scope.ledgerCommit() + " and pack " + scope.pack());
                    }
                    return decoder.decode(answers);
                },
                all.toArray());
    }
}
