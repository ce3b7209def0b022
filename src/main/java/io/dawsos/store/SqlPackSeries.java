package io.dawsos.store;

import static io.dawsos.store.HistorySql.DAYS;
import static io.dawsos.store.HistorySql.NEWEST_FIRST;
import static io.dawsos.store.HistorySql.WITH_SCOPE;

import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.PackSeries;
import io.dawsos.portfolio.explain.PositionHistory;
import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Prices, rates and one holding over the days of a portfolio's history, each day from the newest pack that the scope may see. */
final class SqlPackSeries implements PackSeries, PositionHistory {

    /** A day without a value is none of them: what was held had no price or no rate then. */
    private static final String LAST = WITH_SCOPE
            + ", days as (select * from (" + DAYS + NEWEST_FIRST + ") known where missing is null"
            + " order by asof_date desc limit ?)";

    /** Every day, because a pack that lacks something may still have the rate that is looked for. */
    private static final String BETWEEN =
            WITH_SCOPE + ", days as (" + DAYS + " and d.asof_date between ? and ?" + NEWEST_FIRST + ")";

    private static final String PACKS = " select pricing_pack_id from days order by asof_date;";
    private static final String OF_DAYS = " where pack_id in (select pricing_pack_id from days)";
    private static final String PRICES =
            " select " + PackRows.PRICE_COLUMNS + ", pack_id from prices" + OF_DAYS + " and symbol = any (?);";
    private static final String QUOTES = " select " + PackRows.QUOTE_COLUMNS + ", pack_id from fx_rates" + OF_DAYS;
    private static final String POSITION =
            " select d.asof_date, d.wealth_index, h.weight, h.local_index, h.fx_index from days d"
                    + " left join portfolio_daily_holdings h on h.snapshot_id = d.snapshot_id and h.asof_date = d.asof_date"
                    + " and h.vintage = d.vintage and h.holding = ? order by d.asof_date";

    private final ScopedRead scoped;

    SqlPackSeries(Sql sql) {
        this.scoped = new ScopedRead(sql);
    }

    @Override
    public List<PriceBook> last(PortfolioScope scope, SortedSet<String> symbols, int observations) {
        return books(scope, LAST, symbols, List.of(observations));
    }

    @Override
    public List<PriceBook> between(PortfolioScope scope, SortedSet<String> symbols, LocalDate from, LocalDate to) {
        return books(scope, BETWEEN, symbols, List.of(from, to));
    }

    private List<PriceBook> books(PortfolioScope scope, String days, SortedSet<String> symbols, List<Object> range) {
        List<Object> ofScope = HistorySql.scope(scope);
        return scoped.read(
                scope,
                days + PACKS + days + PRICES + days + QUOTES,
                SqlPackSeries::assemble,
                ofScope,
                range,
                ofScope,
                range,
                List.of((Object) symbols.toArray(new String[0])),
                ofScope,
                range);
    }

    private static List<PriceBook> assemble(TenantQuery.Answers answers) throws SQLException {
        List<String> packs = answers.list(row -> row.getString(1));
        Map<String, List<Price>> prices = new TreeMap<>();
        Map<String, List<FxQuote>> quotes = new TreeMap<>();
        answers.list(row -> add(prices, row, PackRows.price(row)));
        answers.list(row -> add(quotes, row, PackRows.quote(row)));
        return packs.stream()
                .map(pack -> new PriceBook(
                        PackId.parse(pack), prices.getOrDefault(pack, List.of()), quotes.getOrDefault(pack, List.of())))
                .toList();
    }

    private static <T> T add(Map<String, List<T>> rows, ResultSet row, T value) throws SQLException {
        rows.computeIfAbsent(row.getString(6), pack -> new ArrayList<>()).add(value);
        return value;
    }

    @Override
    public List<Day> last(PortfolioScope scope, String holding, int observations) {
        return scoped.read(
                scope,
                LAST + POSITION,
                answers -> answers.list(SqlPackSeries::day),
                HistorySql.scope(scope),
                List.of(observations, holding));
    }

    private static Day day(ResultSet row) throws SQLException {
        double weight = row.getDouble(3);
        Optional<Standing> standing = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Standing(weight, row.getDouble(4), row.getDouble(5)));
        return new Day(row.getObject(1, LocalDate.class), row.getDouble(2), standing);
    }
}
