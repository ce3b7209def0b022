package io.dawsos.metrics;

import io.dawsos.metrics.StandardMetrics.Yardstick;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Security;
import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackIndicators;
import io.dawsos.pricing.PriceHistory;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What performance is measured against: funds, as the packs price them, and the rate without risk. */
public final class Benchmarks {

    private static final List<String> FUNDS = List.of("etf", "fund");
    private static final int YEARS = 2;

    private final PriceHistory prices;
    private final Securities securities;
    private final PackIndicators indicators;
    private final String house;

    /**
     * Reads packs and the security master.
     *
     * @param house symbol of the fund that is taken when nobody names one
     */
    public Benchmarks(PriceHistory prices, Securities securities, PackIndicators indicators, String house) {
        this.prices = prices;
        this.securities = securities;
        this.indicators = indicators;
        this.house = house;
    }

    /** Symbol of the fund that is taken when nobody names one. */
    public String house() {
        return house;
    }

    /** Whether this security is held to be compared with: a fund. Shares split too often to be read as a series of closes as traded. */
    public static boolean isFund(Security security) {
        return FUNDS.contains(security.type());
    }

    /** Why a symbol cannot be compared with; empty when it can. */
    public Optional<String> refusal(String symbol) {
        Optional<Security> security = securities.find(symbol);
        if (security.isEmpty()) {
            return Optional.of(symbol + " is not in the security master");
        }
        return security.filter(found -> !isFund(found)).map(found -> symbol + " is no fund; a benchmark is one");
    }

    /**
     * A fund's closes and rates from a day on, as a pack knew them; in one round trip.
     *
     * @param base currency of the investor
     */
    public BenchmarkSeries series(String symbol, Currency base, PackId knownBy, LocalDate from) {
        Optional<String> refusal = refusal(symbol);
        if (refusal.isPresent()) {
            return BenchmarkSeries.faulty(symbol, refusal.get());
        }
        Currency own = securities.find(symbol).orElseThrow().currency();
        return BenchmarkSeries.of(
                symbol, base, prices.books(new PriceHistory.Query(knownBy, from, List.of(symbol), List.of(own, base))));
    }

    /** The yield that stands for the rate without risk, if the pack has one. */
    public Optional<Indicator> riskFreeYield(PackId pack) {
        return indicators.find(pack, RiskFree.SERIES);
    }

    /** What the standard metrics of a pack are measured against. */
    public Yardstick yardstick(PackId pack, Currency base) {
        return new Yardstick(
                RiskFree.of(riskFreeYield(pack)),
                house,
                series(house, base, pack, pack.date().minusYears(YEARS)));
    }
}
