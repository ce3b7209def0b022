package io.dawsos.store;

import static io.dawsos.store.PackRows.PACK_COLUMNS;

import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PricingPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists of packs, their chains, their quarantine, and who depends on them. */
final class SqlPackArchive implements PackArchive {

    private static final String PACKS = "select " + PACK_COLUMNS + " from v_pricing_pack";

    private final Sql sql;

    SqlPackArchive(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<PricingPack> page(Optional<PackId> before, int limit) {
        String newest = " order by date desc, version desc limit ?";
        return before.isEmpty()
                ? sql.query(PACKS + newest, (row, n) -> PackRows.pack(row), limit)
                : sql.query(
                        PACKS + " where (date, version) < (?, ?)" + newest,
                        (row, n) -> PackRows.pack(row),
                        before.get().date(),
                        before.get().version(),
                        limit);
    }

    @Override
    public List<PricingPack> chain(LocalDate day) {
        return sql.query(PACKS + " where date = ? order by version", (row, n) -> PackRows.pack(row), day);
    }

    @Override
    public Optional<Contents> contents(PackId pack) {
        String counts = "select (select count(*) from prices where pack_id = p.id),"
                + " (select count(*) from fx_rates where pack_id = p.id),"
                + " (select count(*) from prices where pack_id = p.id and asof_date < p.date)"
                + " + (select count(*) from fx_rates where pack_id = p.id and asof_date < p.date),"
                + " p.missing, (select count(*) from pack_quarantine where pack_id = p.id), p.created_at"
                + " from pricing_pack p where p.id = ?";
        return sql.query(counts, (row, n) -> contents(row), pack.toString()).stream()
                .findFirst();
    }

    private static Contents contents(ResultSet row) throws SQLException {
        return new Contents(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                List.of((String[]) row.getArray(4).getArray()),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Quarantined> quarantine(PackId pack) {
        return sql.query(
                "select q.id, q.reason, q.detail, a.current_id, " + QuarantineRows.ROW_COLUMNS
                        + " from pack_quarantine q left join pack_acceptance a on a.quarantine_id = q.id"
                        + " where q.pack_id = ? order by q.id",
                (row, n) -> QuarantineRows.quarantined(row),
                pack.toString());
    }

    @Override
    public List<MarketRow.Publication> accepted(LocalDate from, LocalDate to) {
        return sql.query(
                "select " + QuarantineRows.ROW_COLUMNS + " from pack_quarantine q"
                        + " join pack_acceptance a on a.quarantine_id = q.id where row_date between ? and ? order by q.id",
                (row, n) -> QuarantineRows.row(row, 1).publication(),
                from,
                to);
    }

    @Override
    public SortedMap<String, Long> dependents(PackId pack) {
        SortedMap<String, Long> rows = new TreeMap<>();
        sql.query(
                "select relation, row_count from pack_dependents(?)",
                (row, n) -> rows.put(row.getString(1), row.getLong(2)),
                pack.toString());
        return rows;
    }

    @Override
    public int laterThan(LocalDate day) {
        String later = "select count(*) from pricing_pack_state where superseded_by is null and date > ?";
        return sql.query(later, (row, n) -> row.getInt(1), day).get(0);
    }
}
