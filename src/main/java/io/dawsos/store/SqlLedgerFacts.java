package io.dawsos.store;

import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.LedgerFacts;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The entries and lots of a snapshot as objects again. */
final class SqlLedgerFacts implements LedgerFacts {

    private static final String SNAPSHOT =
            " where snapshot_id = (select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?)";
    private static final String ENTRIES = " from transactions" + SNAPSHOT + " and date between ? and ?";
    private static final String LOTS =
            "select " + LedgerRows.LOT_COLUMNS + " from lots" + SNAPSHOT + " and valid_from <= ?";

    private final ScopedRead scoped;

    SqlLedgerFacts(Sql sql) {
        this.scoped = new ScopedRead(sql);
    }

    @Override
    public Facts read(PortfolioScope scope, LocalDate from, LocalDate to, Optional<String> symbol) {
        LocalDate packDay = scope.pack().date();
        LocalDate last = to.isAfter(packDay) ? packDay : to;
        String named = symbol.isPresent() ? " and symbol = ?" : "";
        List<Object> snapshot = List.of(scope.portfolioId(), scope.ledgerCommit());
        List<Object> entries = List.of(from, last);
        List<Object> name = symbol.<List<Object>>map(List::of).orElse(List.of());
        return scoped.read(
                scope,
                statements(named),
                SqlLedgerFacts::facts,
                snapshot,
                entries,
                name,
                snapshot,
                entries,
                name,
                snapshot,
                entries,
                name,
                snapshot,
                List.of(last),
                name);
    }

    private static String statements(String named) {
        String entries = "(select snapshot_id, sequence" + ENTRIES + named + ") t using (snapshot_id, sequence)";
        return "select c.sequence, c.currency, c.amount from transaction_cash c join " + entries
                + " order by c.sequence, c.position;"
                + "select u.sequence, u.symbol, u.quantity from transaction_units u join " + entries
                + " order by u.sequence, u.position;"
                + "select " + LedgerRows.TRANSACTION_COLUMNS + ENTRIES + named + " order by sequence;"
                + LOTS + named + " order by symbol collate \"C\", lot, valid_from";
    }

    private static Facts facts(TenantQuery.Answers answers) throws SQLException {
        return new Facts(LedgerRows.transactions(answers), answers.list(LedgerRows::lot));
    }
}
