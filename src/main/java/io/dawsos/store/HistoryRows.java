package io.dawsos.store;

import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HoldingDay;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PackId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Rows of the ledger and history tables as objects. */
final class HistoryRows {

    /** One holding at one end of a window; without a holding when nothing was ever held, or the day has no value. */
    record Edge(
            boolean start,
            LocalDate day,
            double wealth,
            Optional<HoldingDay> holding,
            Optional<UnvaluedDay> unvalued) {}

    /** A day of the history; one of the two is there. */
    record Day(Optional<DailyValue> value, Optional<UnvaluedDay> unvalued) {}

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

    static UnvaluedDay unvalued(ResultSet row, int pack, int missing) throws SQLException {
        return new UnvaluedDay(row.getObject(1, LocalDate.class), PackId.parse(row.getString(pack)), List.of((String[])
                row.getArray(missing).getArray()));
    }

    /** A day with a value, or with what it lacks. */
    static Day day(ResultSet row) throws SQLException {
        return row.getArray(5) == null
                ? new Day(Optional.of(value(row)), Optional.empty())
                : new Day(Optional.empty(), Optional.of(unvalued(row, 2, 5)));
    }

    static Edge edge(ResultSet row) throws SQLException {
        LocalDate day = row.getObject(1, LocalDate.class);
        boolean start = row.getBoolean(4);
        return row.getArray(3) == null
                ? new Edge(start, day, row.getDouble(5), holding(row, day, 6), Optional.empty())
                : new Edge(start, day, 0, Optional.empty(), Optional.of(unvalued(row, 2, 3)));
    }

    /** Nine columns from {@code first} on; empty when there is no holding in this row of an outer join. */
    static Optional<HoldingDay> holding(ResultSet row, LocalDate day, int first) throws SQLException {
        String name = row.getString(first);
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(new HoldingDay(
                day,
                name,
                row.getBoolean(first + 1),
                currency(row, first + 2),
                row.getDouble(first + 3),
                row.getDouble(first + 4),
                row.getDouble(first + 5),
                row.getDouble(first + 6),
                row.getDouble(first + 7),
                row.getDouble(first + 8)));
    }
}
