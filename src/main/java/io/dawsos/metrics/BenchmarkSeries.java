package io.dawsos.metrics;

import io.dawsos.money.FxRate;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A benchmark day by day: its close in its own currency and the rate of that currency, from packs. A price series: dividends are not in
 * it.
 *
 * <p>Packs hold closes as traded. A day on which the close moves by more than a quarter is no market's doing for a fund and is taken as a
 * split: the series ends in a fault instead of a return that nobody had.
 */
public final class BenchmarkSeries {

    /** What its returns leave out, in words for the answer. */
    public static final String BASIS = "price return, dividends not included";

    private static final double LARGEST_MOVE = 0.25;

    private record Level(double close, double fx) {}

    private final String symbol;
    private final NavigableMap<LocalDate, Level> levels = new TreeMap<>();
    private Optional<String> fault = Optional.empty();

    private BenchmarkSeries(String symbol) {
        this.symbol = symbol;
    }

    /**
     * Reads it out of packs.
     *
     * @param books one a day, by date
     */
    public static BenchmarkSeries of(String symbol, Currency base, List<PriceBook> books) {
        BenchmarkSeries series = new BenchmarkSeries(symbol);
        Optional<BigDecimal> before = Optional.empty();
        for (PriceBook book : books) {
            Optional<Price> price = book.price(symbol);
            if (price.isEmpty()) {
                continue;
            }
            Optional<FxRate> fx = book.fx(price.get().currency(), base);
            if (fx.isEmpty()) {
                series.fail("Pack " + book.pack() + " has no rate from "
                        + price.get().currency() + " to " + base);
                continue;
            }
            double close = price.get().close().doubleValue();
            before.ifPresent(last -> series.requireNoSplit(book.date(), close / last.doubleValue() - 1));
            before = Optional.of(price.get().close());
            series.levels.put(book.date(), new Level(close, fx.get().rate().doubleValue()));
        }
        if (series.levels.isEmpty()) {
            series.fail("No pack has a price of " + symbol);
        }
        return series;
    }

    /** One that cannot be told, for a reason. */
    static BenchmarkSeries faulty(String symbol, String reason) {
        BenchmarkSeries series = new BenchmarkSeries(symbol);
        series.fail(reason);
        return series;
    }

    private void requireNoSplit(LocalDate day, double move) {
        if (Math.abs(move) > LARGEST_MOVE) {
            fail("The close of " + symbol + " moved by " + Math.round(100 * move) + " % on " + day
                    + ", which looks like a split; closes are as traded");
        }
    }

    private void fail(String reason) {
        fault = fault.or(() -> Optional.of(reason));
    }

    public String symbol() {
        return symbol;
    }

    /** Why its returns cannot be told; empty when they can. */
    public Optional<String> fault() {
        return fault;
    }

    /** The returns from each of these days, by date, to the next; days without a price have none. */
    public List<BenchmarkReturn> returns(List<LocalDate> days) {
        List<BenchmarkReturn> returns = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            Level before = levels.get(days.get(i - 1));
            Level level = levels.get(days.get(i));
            if (before != null && level != null) {
                returns.add(new BenchmarkReturn(
                        days.get(i), level.close() / before.close() - 1, level.fx() / before.fx() - 1));
            }
        }
        return List.copyOf(returns);
    }
}
