package io.dawsos.store;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.LedgerFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The entries and lots of a snapshot as objects again. */
final class SqlLedgerFacts implements LedgerFacts {

    private static final String SNAPSHOT =
            " = (select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?)";
    private static final String ENTRIES =
            " from transactions t where t.snapshot_id" + SNAPSHOT + " and t.date between ? and ?";
    private static final String CASH =
            "select c.sequence, c.currency, c.amount from transaction_cash c join transactions t using (snapshot_id, sequence)"
                    + " where t.snapshot_id" + SNAPSHOT + " and t.date between ? and ?";
    private static final String TRANSACTIONS =
            "select t.sequence, t.entry_id, t.date, t.kind, t.narration, t.symbol, t.quantity, t.price, t.currency, t.fx_rate,"
                    + " t.commission, t.gross, t.withheld, t.realized_gain, t.ex_date, t.pay_date" + ENTRIES;
    private static final String LOTS =
            "select l.lot, l.symbol, l.acquired, l.valid_from, l.valid_until, l.quantity, l.unit_cost, l.currency, l.fx_rate"
                    + " from lots l where l.snapshot_id" + SNAPSHOT + " and l.valid_from <= ?";

    private final ScopedRead scoped;

    SqlLedgerFacts(Sql sql) {
        this.scoped = new ScopedRead(sql);
    }

    @Override
    public Facts read(PortfolioScope scope, LocalDate from, LocalDate to, Optional<String> symbol) {
        LocalDate packDay = scope.pack().date();
        LocalDate last = to.isAfter(packDay) ? packDay : to;
        String ofEntry = symbol.isPresent() ? " and t.symbol = ?" : "";
        String ofLot = symbol.isPresent() ? " and l.symbol = ?" : "";
        List<Object> named = symbol.<List<Object>>map(List::of).orElse(List.of());
        List<Object> snapshot = List.of(scope.portfolioId(), scope.ledgerCommit());
        String statements = CASH + ofEntry + " order by c.sequence, c.position;"
                + TRANSACTIONS + ofEntry + " order by t.sequence;"
                + LOTS + ofLot + " order by l.symbol collate \"C\", l.lot, l.valid_from";
        return scoped.read(
                scope,
                statements,
                SqlLedgerFacts::facts,
                snapshot,
                List.of(from, last),
                named,
                snapshot,
                List.of(from, last),
                named,
                snapshot,
                List.of(last),
                named);
    }

    private record CashRow(int sequence, CashChange change) {}

    private static Facts facts(TenantQuery.Answers answers) throws SQLException {
        Map<Integer, List<CashChange>> cash = new TreeMap<>();
        for (CashRow row : answers.list(SqlLedgerFacts::cash)) {
            cash.computeIfAbsent(row.sequence(), sequence -> new ArrayList<>()).add(row.change());
        }
        return new Facts(
                answers.list(row -> transaction(row, cash.getOrDefault(row.getInt(1), List.of()))),
                answers.list(SqlLedgerFacts::lot));
    }

    private static CashRow cash(ResultSet row) throws SQLException {
        return new CashRow(row.getInt(1), new CashChange(HistoryRows.currency(row, 2), row.getBigDecimal(3)));
    }

    private static LedgerTransaction transaction(ResultSet row, List<CashChange> cash) throws SQLException {
        return new LedgerTransaction(
                row.getString(2),
                row.getInt(1),
                row.getObject(3, LocalDate.class),
                TransactionKind.valueOf(row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                row.getBigDecimal(7),
                Optional.ofNullable(row.getBigDecimal(8)),
                HistoryRows.currency(row, 9),
                Optional.ofNullable(row.getBigDecimal(10)),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBigDecimal(13),
                row.getBigDecimal(14),
                Optional.ofNullable(row.getObject(15, LocalDate.class)),
                Optional.ofNullable(row.getObject(16, LocalDate.class)),
                cash);
    }

    private static LotPeriod lot(ResultSet row) throws SQLException {
        return new LotPeriod(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                Optional.ofNullable(row.getObject(5, LocalDate.class)),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                HistoryRows.currency(row, 8),
                row.getBigDecimal(9));
    }
}
