package io.dawsos.store;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PriceHistory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prices over time. Of a day with several packs the newest is read that existed when the asking one was made. */
final class SqlPriceHistory implements PriceHistory {

    /** Takes the pack and the first day. */
    private static final String DAYS =
            "with asking as materialized (select sequence, date, policy from pricing_pack where id = ?)"
                    + ", days as materialized (select distinct on (p.date) p.id as pack_id, p.date as day from pricing_pack p, asking a"
                    + " where p.policy = a.policy and p.sequence <= a.sequence and p.date <= a.date and p.date >= ?"
                    + " order by p.date, p.sequence desc)";

    private static final String BOOKS = DAYS + " select pack_id from days order by day;"
            + DAYS + " select " + PackRows.PRICE_COLUMNS + ", pack_id from days join prices using (pack_id)"
            + " where symbol = any (?);"
            + DAYS + " select " + PackRows.QUOTE_COLUMNS + ", pack_id from days join fx_rates using (pack_id)"
            + " where base_currency = any (?) or quote_currency = any (?)";

    private record PriceRow(String pack, Price price) {}

    private record QuoteRow(String pack, FxQuote quote) {}

    private final Sql sql;

    SqlPriceHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<PriceBook> books(Query query) {
        String pack = query.knownBy().toString();
        String[] symbols = query.symbols().toArray(new String[0]);
        String[] currencies =
                query.currencies().stream().map(Currency::getCurrencyCode).toArray(String[]::new);
        return sql.readShared(
                BOOKS,
                SqlPriceHistory::assemble,
                pack,
                query.from(),
                pack,
                query.from(),
                symbols,
                pack,
                query.from(),
                currencies,
                currencies);
    }

    private static List<PriceBook> assemble(TenantQuery.Answers answers) throws SQLException {
        Map<String, List<Price>> prices = new LinkedHashMap<>();
        Map<String, List<FxQuote>> quotes = new LinkedHashMap<>();
        for (String pack : answers.list(row -> row.getString(1))) {
            prices.put(pack, new ArrayList<>());
            quotes.put(pack, new ArrayList<>());
        }
        for (PriceRow row : answers.list(row -> new PriceRow(row.getString(6), PackRows.price(row)))) {
            prices.getOrDefault(row.pack(), List.of()).add(row.price());
        }
        for (QuoteRow row : answers.list(row -> new QuoteRow(row.getString(6), PackRows.quote(row)))) {
            quotes.getOrDefault(row.pack(), List.of()).add(row.quote());
        }
        List<PriceBook> books = new ArrayList<>(prices.size());
        prices.forEach((pack, rows) ->
                books.add(new PriceBook(PackId.parse(pack), rows, quotes.getOrDefault(pack, List.of()))));
        return List.copyOf(books);
    }
}
