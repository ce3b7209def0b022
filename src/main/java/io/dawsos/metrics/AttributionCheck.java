package io.dawsos.metrics;

import io.dawsos.metrics.CurrencyAttribution.Row;
import io.dawsos.portfolio.AttributionWindow;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far the parts of a currency attribution are from the whole, at each level, in basis points.
 *
 * @param portfolioBps contributions of all holdings against the time-weighted return between the wealth indices, which follow from the
 *     portfolio's values and flows and not from the contributions
 * @param currencyBps contributions of the holdings of a currency against those of the currency, which is attributed as a whole; the largest
 * @param holdingBps {@code (1 + local)(1 + fx) - 1} against the return of a holding or currency; the largest
 */
public record AttributionCheck(double portfolioBps, double currencyBps, double holdingBps) {

    /** What the product promises: a tenth of a basis point. */
    public static final double TOLERANCE_BPS = 0.1;

    private static final double BPS = 10_000;

    /** Checks an attribution against the window that it was made of. */
    public static AttributionCheck of(AttributionWindow window, CurrencyAttribution attribution) {
        double timeWeighted = window.endWealth() / window.startWealth() - 1;
        double portfolio = Math.abs(attribution.portfolio().total() - timeWeighted);
        double currencies = attribution.currencies().stream()
                .mapToDouble(currency ->
                        Math.abs(currency.contribution().total() - members(attribution.holdings(), currency)))
                .max()
                .orElse(0);
        double holdings = Stream.concat(attribution.currencies().stream(), attribution.holdings().stream())
                .flatMap(row -> row.rates().stream())
                .mapToDouble(rates -> Math.abs((1 + rates.local()) * (1 + rates.fx()) - 1 - rates.total()))
                .max()
                .orElse(0);
        return new AttributionCheck(portfolio * BPS, currencies * BPS, holdings * BPS);
    }

    private static double members(List<Row> holdings, Row currency) {
        return holdings.stream()
                .filter(holding -> holding.currency().equals(currency.currency()))
                .mapToDouble(holding -> holding.contribution().total())
                .sum();
    }

    public double largestBps() {
        return Math.max(portfolioBps, Math.max(currencyBps, holdingBps));
    }

    /** Whether every level is within {@link #TOLERANCE_BPS}. */
    public boolean holds() {
        return largestBps() <= TOLERANCE_BPS;
    }
}
