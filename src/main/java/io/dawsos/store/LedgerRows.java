package io.dawsos.store;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.ledger.UnitChange;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows of the ledger tables as the periods and transactions of a book. */
final class LedgerRows {

    static final String TRANSACTION_COLUMNS =
            "entry_id, sequence, date, kind, narration, symbol, quantity, price, currency,"
                    + " fx_rate, commission, gross, withheld, realized_gain, ex_date, pay_date, reverses";
    static final String LOT_COLUMNS =
            "lot, symbol, acquired, valid_from, valid_until, quantity, unit_cost, currency, fx_rate";

    /** A change of cash and the transaction that it belongs to. */
    private record Cash(int sequence, CashChange change) {}

    /** Units of another security and the transaction that brought them. */
    private record Units(int sequence, UnitChange change) {}

    private LedgerRows() {}

    static LotPeriod lot(ResultSet row) throws SQLException {
        return new LotPeriod(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                day(row, 5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                HistoryRows.currency(row, 8),
                row.getBigDecimal(9));
    }

    static CashPeriod balance(ResultSet row) throws SQLException {
        return new CashPeriod(
                HistoryRows.currency(row, 1), row.getObject(2, LocalDate.class), day(row, 3), row.getBigDecimal(4));
    }

    private static Cash cash(ResultSet row) throws SQLException {
        return new Cash(row.getInt(1), new CashChange(HistoryRows.currency(row, 2), row.getBigDecimal(3)));
    }

    private static Units units(ResultSet row) throws SQLException {
        return new Units(row.getInt(1), new UnitChange(row.getString(2), row.getBigDecimal(3)));
    }

    /** Takes three results: changes of cash, units received, and the transactions that they belong to. */
    static List<LedgerTransaction> transactions(TenantQuery.Answers answers) throws SQLException {
        Map<Integer, List<CashChange>> cash = new TreeMap<>();
        answers.list(LedgerRows::cash)
                .forEach(row -> cash.computeIfAbsent(row.sequence(), sequence -> new ArrayList<>())
                        .add(row.change()));
        Map<Integer, List<UnitChange>> received = new TreeMap<>();
        answers.list(LedgerRows::units)
                .forEach(row -> received.computeIfAbsent(row.sequence(), sequence -> new ArrayList<>())
                        .add(row.change()));
        return answers.list(row -> transaction(row, cash, received));
    }

    private static LedgerTransaction transaction(
            ResultSet row, Map<Integer, List<CashChange>> cash, Map<Integer, List<UnitChange>> received)
            throws SQLException {
        int sequence = row.getInt(2);
        return new LedgerTransaction(
                row.getString(1),
                sequence,
                row.getObject(3, LocalDate.class),
                TransactionKind.valueOf(row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                row.getBigDecimal(7),
                number(row, 8),
                HistoryRows.currency(row, 9),
                number(row, 10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBigDecimal(13),
                row.getBigDecimal(14),
                day(row, 15),
                day(row, 16),
                cash.getOrDefault(sequence, List.of()),
                received.getOrDefault(sequence, List.of()),
                Optional.ofNullable(row.getString(17)));
    }

    private static Optional<BigDecimal> number(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
