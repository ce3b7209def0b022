package io.dawsos.store;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.PortfolioHistoryStore.LedgerSpan;
import io.dawsos.store.TenantQuery.Tenant;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Reads what ledgers held and what moved in them in a span of time. */
final class LedgerSpans {

    /** Before any journal; PostgreSQL's dates reach further back than this. */
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final String MOVED = " from transactions where snapshot_id = ? and date > ? and date <= ?";
    private static final String HELD =
            " where snapshot_id = ? and (valid_until is null or valid_until > ?) and valid_from <= ?";

    /** Takes the number of the snapshot, then five times that number, the day after which, and the last day. */
    private static final String STATEMENTS =
            "select commit_hash, path, base_currency from ledger_snapshot where id = ?;"
                    + "select c.sequence, c.currency, c.amount from transaction_cash c join"
                    + " (select snapshot_id, sequence" + MOVED + ") t using (snapshot_id, sequence)"
                    + " order by c.sequence, c.position;"
                    + "select u.sequence, u.symbol, u.quantity from transaction_units u join"
                    + " (select snapshot_id, sequence" + MOVED + ") t using (snapshot_id, sequence)"
                    + " order by u.sequence, u.position;"
                    + "select " + LedgerRows.TRANSACTION_COLUMNS + MOVED + " order by sequence;"
                    + "select " + LedgerRows.LOT_COLUMNS + " from lots" + HELD
                    + " order by symbol collate \"C\", lot, valid_from;"
                    + "select currency, valid_from, valid_until, amount from cash_balances" + HELD
                    + " order by currency collate \"C\", valid_from";

    private record Head(String commit, String path, Currency base) {}

    private LedgerSpans() {}

    static List<LedgerBook> read(Sql sql, List<LedgerSpan> spans) {
        List<Tenant> tenants = spans.stream()
                .map(span -> new Tenant(span.snapshot().userId(), arguments(span)))
                .toList();
        return sql.readEach(tenants, STATEMENTS, LedgerSpans::book);
    }

    private static List<Object> arguments(LedgerSpan span) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(span.snapshot().number());
        for (int i = 0; i < 5; i++) {
            arguments.add(span.snapshot().number());
            arguments.add(span.after().orElse(BEGINNING));
            arguments.add(span.until());
        }
        return arguments;
    }

    private static LedgerBook book(TenantQuery.Answers answers) throws SQLException {
        Head head =
                answers.list(row -> new Head(row.getString(1), row.getString(2), HistoryRows.currency(row, 3))).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no such ledger snapshot of this user"));
        return new LedgerBook(
                head.commit(),
                head.path(),
                head.base(),
                LedgerRows.transactions(answers),
                answers.list(LedgerRows::lot),
                answers.list(LedgerRows::balance));
    }
}
