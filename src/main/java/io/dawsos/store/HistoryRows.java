package io.dawsos.store;

import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HoldingDay;
import io.dawsos.portfolio.Lot;
import io.dawsos.pricing.PackId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Rows of the ledger and history tables as objects. */
final class HistoryRows {

    /** One holding at one end of a window; without a holding when nothing was ever held. */
    record Edge(boolean start, LocalDate day, double wealth, Optional<HoldingDay> holding) {}

    private HistoryRows() {}

    static Currency currency(ResultSet row, int column) throws SQLException {
        return Currency.getInstance(row.getString(column));
    }

    static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                currency(row, 6),
                row.getBigDecimal(7));
    }

    static DailyValue value(ResultSet row) throws SQLException {
        return new DailyValue(
                row.getObject(1, LocalDate.class),
                PackId.parse(row.getString(2)),
                row.getBigDecimal(3),
                row.getBigDecimal(4));
    }

    static Edge edge(ResultSet row) throws SQLException {
        LocalDate day = row.getObject(2, LocalDate.class);
        Optional<String> name = Optional.ofNullable(row.getString(4));
        return new Edge(
                row.getBoolean(1),
                day,
                row.getDouble(3),
                name.isPresent() ? Optional.of(holding(row, day, name.get())) : Optional.empty());
    }

    private static HoldingDay holding(ResultSet row, LocalDate day, String name) throws SQLException {
        return new HoldingDay(
                day,
                name,
                row.getBoolean(5),
                currency(row, 6),
                row.getDouble(7),
                row.getDouble(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getDouble(11),
                row.getDouble(12));
    }
}
