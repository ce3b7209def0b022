package io.dawsos.store;

import io.dawsos.symbol.Listing;
import io.dawsos.symbol.Resolution;
import io.dawsos.symbol.SymbolChange;
import io.dawsos.symbol.SymbolFact;
import io.dawsos.symbol.SymbolField;
import io.dawsos.symbol.SymbolOverride;
import io.dawsos.symbol.SymbolState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Rows of the symbol tables as objects. */
final class SymbolRows {

    private SymbolRows() {}

    static Listing listing(ResultSet row) throws SQLException {
        return new Listing(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    static SymbolFact fact(ResultSet row) throws SQLException {
        return new SymbolFact(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                row.getObject(7, LocalDate.class),
                row.getString(8));
    }

    static SymbolOverride override(ResultSet row) throws SQLException {
        return new SymbolOverride(
                row.getString(1),
                SymbolField.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    static SymbolChange change(ResultSet row) throws SQLException {
        return new SymbolChange(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                SymbolChange.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                state(row),
                row.getString(12));
    }

    /** The state, and the values in the columns named after their fields. */
    private static Optional<SymbolState> state(ResultSet row) throws SQLException {
        String state = row.getString(4);
        if (state == null) {
            return Optional.empty();
        }
        SortedMap<SymbolField, String> values = new TreeMap<>();
        for (SymbolField field : SymbolField.values()) {
            String value = row.getString(field.key());
            if (value != null) {
                values.put(field, value);
            }
        }
        return Optional.of(new SymbolState(Resolution.State.valueOf(state.toUpperCase(Locale.ROOT)), values));
    }
}
