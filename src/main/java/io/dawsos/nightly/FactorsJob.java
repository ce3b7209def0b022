package io.dawsos.nightly;

import io.dawsos.metrics.BenchmarkReturns;
import io.dawsos.metrics.BenchmarkSeries;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.portfolio.Securities;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PriceHistory;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Stores what every fund in the night's pack returned since the close before, for investors of every currency that the pack knows: in its
 * own currency, by the currency, with both, and hedged.
 */
public final class FactorsJob implements NightJob {

    // packs lie a few days apart at most; whatever lies further back is no day before
    private static final int DAYS_BEFORE = 31;

    private final PricingPacks packs;
    private final Securities securities;
    private final PriceHistory prices;
    private final BenchmarkReturns store;

    public FactorsJob(PricingPacks packs, Securities securities, PriceHistory prices, BenchmarkReturns store) {
        this.packs = packs;
        this.securities = securities;
        this.prices = prices;
        this.store = store;
    }

    @Override
    public String name() {
        return "prewarm_factors";
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        PackId pack = MetricsJob.packOf(packs, night);
        PriceBook today = packs.open(pack);
        List<String> funds = today.prices().stream()
                .map(Price::symbol)
                .filter(symbol ->
                        securities.find(symbol).filter(Benchmarks::isFund).isPresent())
                .toList();
        SortedMap<String, Currency> currencies = currencies(today);
        List<PriceBook> books =
                prices.books(new PriceHistory.Query(pack, night.minusDays(DAYS_BEFORE), funds, currencies.values()));
        List<BenchmarkReturns.Entry> entries = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (String fund : funds) {
            currencies
                    .values()
                    .forEach(base -> entry(fund, base, pack, books, warnings).ifPresent(entries::add));
        }
        store.save(entries);
        return new JobReport(
                "Stored " + entries.size() + " returns of " + funds.size() + " funds for " + pack, warnings);
    }

    private static SortedMap<String, Currency> currencies(PriceBook book) {
        SortedMap<String, Currency> currencies = new TreeMap<>();
        book.quotes().stream()
                .flatMap(quote -> Stream.of(quote.base(), quote.quote()))
                .forEach(currency -> currencies.put(currency.getCurrencyCode(), currency));
        return currencies;
    }

    private static Optional<BenchmarkReturns.Entry> entry(
            String fund, Currency base, PackId pack, List<PriceBook> books, List<String> warnings) {
        BenchmarkSeries series = BenchmarkSeries.of(fund, base, books);
        if (series.fault().isPresent()) {
            warnings.add(series.fault().get());
            return Optional.empty();
        }
        return series.last()
                .filter(daily -> daily.date().equals(pack.date()))
                .map(daily -> new BenchmarkReturns.Entry(fund, base, pack, daily));
    }
}
