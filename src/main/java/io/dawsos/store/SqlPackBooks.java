package io.dawsos.store;

import static io.dawsos.store.PackRows.PRICE_COLUMNS;
import static io.dawsos.store.PackRows.QUOTE_COLUMNS;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackBooks;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All packs, and a few columns of many of them. */
final class SqlPackBooks implements PackBooks {

    private static final String MADE = "select id, sequence from pricing_pack order by sequence";

    /** Joined to the list of names, so that each pack is one range of the index. */
    private static final String OF_PACKS = " from unnest(?) wanted(id) join ";

    private static final String BOOKS = "select id from pricing_pack where id = any (?) order by date, version;"
            + "select " + PRICE_COLUMNS + ", pack_id" + OF_PACKS + "prices on pack_id = wanted.id"
            + " where symbol = any (?);"
            + "select " + QUOTE_COLUMNS + ", pack_id" + OF_PACKS + "fx_rates on pack_id = wanted.id";

    private final Sql sql;

    SqlPackBooks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Made> made() {
        return sql.query(MADE, (row, n) -> new Made(PackId.parse(row.getString(1)), row.getLong(2)));
    }

    @Override
    public List<PriceBook> books(Collection<PackId> packs, Collection<String> symbols) {
        @Nullable String[] names = packs.stream().map(PackId::toString).toArray(String[]::new);
        @Nullable String[] wanted = symbols.toArray(new String[0]);
        return sql.readShared(BOOKS, SqlPackBooks::assemble, names, names, wanted, names);
    }

    private static List<PriceBook> assemble(TenantQuery.Answers answers) throws SQLException {
        List<String> packs = answers.list(row -> row.getString(1));
        Map<String, List<Price>> prices =
                grouped(answers.list(row -> Map.entry(row.getString(6), PackRows.price(row))));
        Map<String, List<FxQuote>> quotes =
                grouped(answers.list(row -> Map.entry(row.getString(6), PackRows.quote(row))));
        return packs.stream()
                .map(pack -> new PriceBook(
                        PackId.parse(pack), prices.getOrDefault(pack, List.of()), quotes.getOrDefault(pack, List.of())))
                .toList();
    }

    private static <T> Map<String, List<T>> grouped(List<Map.Entry<String, T>> rows) {
        Map<String, List<T>> groups = new TreeMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.getKey(), pack -> new ArrayList<>()).add(row.getValue()));
        return groups;
    }
}
