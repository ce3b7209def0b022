package io.dawsos.store;

import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.QuarantineReason;
import io.dawsos.pricing.QuarantinedRow;
import io.dawsos.pricing.RowSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of the quarantine as objects, and back. */
final class QuarantineRows {

    static final String ROW_COLUMNS = "kind, symbol, currency, value, row_date, provider, source_file, source_line";

    private record Row(PackId pack, QuarantinedRow quarantined) {
        MarketRow row() {
            return quarantined.row();
        }
    }

    private QuarantineRows() {}

    static void insert(JdbcTemplate jdbc, List<PackDraft> drafts) {
        List<Row> rows = new ArrayList<>();
        drafts.forEach(draft -> draft.quarantined().forEach(row -> rows.add(new Row(draft.id(), row))));
        new RowBatch<Row>("pack_quarantine")
                .column("pack_id", "text", Row::pack)
                .column("pack_date", "date", row -> row.pack().date())
                .column("kind", "text", row -> row.row().kind().word())
                .column("symbol", "text", row -> row.row().symbol())
                .column("currency", "text", row -> row.row().currency())
                .column("value", "text", row -> row.row().value())
                .column("row_date", "date", row -> row.row().date())
                .column("provider", "text", row -> row.row().provider())
                .column("source_file", "text", row -> row.row().source().file())
                .column("source_line", "int", row -> row.row().source().line())
                .column("reason", "text", row -> row.quarantined().reason().word())
                .column("detail", "text", row -> row.quarantined().detail())
                .insert(jdbc, rows);
    }

    /** Columns {@link #ROW_COLUMNS}, from the one with this number on. */
    static MarketRow row(ResultSet row, int first) throws SQLException {
        return new MarketRow(
                MarketRow.Kind.valueOf(row.getString(first).toUpperCase(Locale.ROOT)),
                row.getString(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getObject(first + 4, LocalDate.class),
                row.getString(first + 5),
                new RowSource(row.getString(first + 6), row.getInt(first + 7)));
    }

    /** Columns id, reason, detail, current_id and {@link #ROW_COLUMNS}. */
    static PackArchive.Quarantined quarantined(ResultSet row) throws SQLException {
        return new PackArchive.Quarantined(
                row.getLong(1),
                new QuarantinedRow(
                        row(row, 5),
                        QuarantineReason.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(PackId::parse));
    }
}
