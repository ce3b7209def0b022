package io.dawsos.store;

import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.LedgerRecords;
import io.dawsos.portfolio.Lot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trades, dividends and lots of one snapshot, each method in one round trip. */
final class SqlLedgerRecords implements LedgerRecords {

    private static final String SNAPSHOT =
            "(select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?)";

    // '' stands for a filter that is not set: a null has no type, and the driver would ask for it with a round trip
    private static final String TRADES =
            "select entry_id, sequence, date, kind, symbol, quantity, price, currency, fx_rate, commission, realized_gain,"
                    + " narration from transactions where snapshot_id = " + SNAPSHOT
                    + " and kind in ('BUY', 'SELL') and symbol is not null and (? = '' or kind = ?) and (? = '' or symbol = ?)"
                    + " and date >= ? and date <= ? and sequence < ? order by sequence desc limit ?";

    private static final String DIVIDENDS =
            "select t.entry_id, t.sequence, t.date, t.symbol, t.currency, t.gross, t.withheld, t.commission, t.fx_rate, t.ex_date,"
                    + " t.pay_date, (select sum(l.quantity) from lots l where l.snapshot_id = t.snapshot_id and l.symbol = t.symbol"
                    + " and l.valid_from < t.ex_date and (l.valid_until is null or l.valid_until >= t.ex_date)),"
                    + " t.narration, t.reverses from transactions t where t.snapshot_id = " + SNAPSHOT
                    + " and t.kind = 'DIVIDEND' and t.symbol is not null and (? = '' or t.symbol = ?)"
                    + " and t.date >= ? and t.date <= ? and t.sequence < ? order by t.sequence desc limit ?";

    private static final String LOTS =
            "select lot, symbol, acquired, quantity, unit_cost, currency, fx_rate from lots where snapshot_id = "
                    + SNAPSHOT
                    + " and valid_from <= ? and (valid_until is null or valid_until > ?) order by symbol collate \"C\", lot";

    private static final String OWNER = "select p.id from portfolios p cross join lateral"
            + " (select a.snapshot_id from ledger_adoption a where a.portfolio_id = p.id order by a.sequence desc limit 1) newest"
            + " join transactions t on t.snapshot_id = newest.snapshot_id where t.entry_id = ?";

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final Sql sql;

    SqlLedgerRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<TradeRecord> trades(UUID userId, EntryQuery query, Optional<TransactionKind> only) {
        String kind = only.map(Enum::name).orElse("");
        List<Object> arguments = new ArrayList<>(List.of(query.portfolioId(), query.commit(), kind, kind));
        arguments.addAll(filters(query));
        return sql.read(userId, TRADES, answers -> answers.list(SqlLedgerRecords::trade), arguments.toArray());
    }

    @Override
    public List<PaidDividend> dividends(UUID userId, EntryQuery query) {
        List<Object> arguments = new ArrayList<>(List.of(query.portfolioId(), query.commit()));
        arguments.addAll(filters(query));
        return sql.read(userId, DIVIDENDS, answers -> answers.list(SqlLedgerRecords::dividend), arguments.toArray());
    }

    private static List<Object> filters(EntryQuery query) {
        String symbol = query.symbol().orElse("");
        return List.of(
                symbol,
                symbol,
                query.from().orElse(FIRST),
                query.to().orElse(LAST),
                query.before().orElse(Integer.MAX_VALUE),
                query.limit());
    }

    @Override
    public List<Lot> lots(UUID userId, UUID portfolioId, String commit, LocalDate day) {
        return sql.read(userId, LOTS, answers -> answers.list(HistoryRows::lot), portfolioId, commit, day, day);
    }

    @Override
    public Optional<UUID> portfolioOf(UUID userId, String transactionId) {
        return sql
                .read(userId, OWNER, answers -> answers.list(row -> row.getObject(1, UUID.class)), transactionId)
                .stream()
                .findFirst();
    }

    private static PaidDividend dividend(ResultSet row) throws SQLException {
        return new PaidDividend(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                HistoryRows.currency(row, 5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                Optional.ofNullable(row.getBigDecimal(9)),
                Optional.ofNullable(row.getObject(10, LocalDate.class)),
                Optional.ofNullable(row.getObject(11, LocalDate.class)),
                Optional.ofNullable(row.getBigDecimal(12)).filter(units -> units.signum() > 0),
                row.getString(13),
                Optional.ofNullable(row.getString(14)));
    }

    private static TradeRecord trade(ResultSet row) throws SQLException {
        return new TradeRecord(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, LocalDate.class),
                TransactionKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getBigDecimal(6),
                Optional.ofNullable(row.getBigDecimal(7)),
                HistoryRows.currency(row, 8),
                Optional.ofNullable(row.getBigDecimal(9)),
                row.getBigDecimal(10),
                row.getBigDecimal(11),
                row.getString(12));
    }
}
