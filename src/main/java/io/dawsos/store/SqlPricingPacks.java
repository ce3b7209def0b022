package io.dawsos.store;

import static io.dawsos.store.PackRows.PACK_COLUMNS;
import static io.dawsos.store.PackRows.PRICE_COLUMNS;
import static io.dawsos.store.PackRows.QUOTE_COLUMNS;

import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Packs by date and by name. */
final class SqlPricingPacks implements PricingPacks {

    private static final String CURRENT = "select " + PACK_COLUMNS + " from v_pricing_pack where superseded_by is null";
    private static final String NEWEST = " order by date desc, sequence desc limit 1";
    static final String NEWEST_AT_OR_BEFORE = CURRENT + " and date <= ?" + NEWEST;
    private static final String CONTENT = "select id from pricing_pack where id = ?;"
            + "select " + PRICE_COLUMNS + " from prices where pack_id = ?;"
            + "select " + QUOTE_COLUMNS + " from fx_rates where pack_id = ?";

    private final Sql sql;

    SqlPricingPacks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PricingPack> newestAtOrBefore(LocalDate day) {
        return first(sql.query(NEWEST_AT_OR_BEFORE, (row, n) -> PackRows.pack(row), day));
    }

    @Override
    public Optional<PricingPack> newestFreshAtOrBefore(LocalDate day) {
        String fresh = CURRENT + " and status = 'fresh' and date <= ?" + NEWEST;
        return first(sql.query(fresh, (row, n) -> PackRows.pack(row), day));
    }

    @Override
    public Optional<PricingPack> oldest() {
        return first(sql.query(CURRENT + " order by date, sequence limit 1", (row, n) -> PackRows.pack(row)));
    }

    @Override
    public Optional<PricingPack> newest() {
        return first(sql.query(CURRENT + NEWEST, (row, n) -> PackRows.pack(row)));
    }

    @Override
    public Optional<PricingPack> find(PackId id) {
        String named = "select " + PACK_COLUMNS + " from v_pricing_pack where id = ?";
        return first(sql.query(named, (row, n) -> PackRows.pack(row), id.toString()));
    }

    @Override
    public PriceBook open(PackId id) {
        String name = id.toString();
        return sql.readShared(
                CONTENT,
                answers -> {
                    if (answers.list(row -> row.getString(1)).isEmpty()) {
                        throw new IllegalArgumentException("There is no pricing pack " + id);
                    }
                    return new PriceBook(id, answers.list(PackRows::price), answers.list(PackRows::quote));
                },
                name,
                name,
                name);
    }

    @Override
    public List<PackId> between(LocalDate from, LocalDate to) {
        String range =
                "select id from v_pricing_pack where superseded_by is null and date between ? and ? order by date, sequence";
        return sql.query(range, (row, n) -> PackId.parse(row.getString(1)), from, to);
    }

    private static Optional<PricingPack> first(List<PricingPack> packs) {
        return packs.stream().findFirst();
    }
}
