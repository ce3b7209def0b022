package io.dawsos.portfolio.explain;

import io.dawsos.money.FxRate;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.PortfolioHistory.HoldingsAndPrices;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a portfolio held at the close of a pack's day, and what that pack makes of it. */
public final class ClosingState {

    private final Holdings holdings;
    private final PriceBook prices;
    private final Currency base;
    private final Valuation valuation;

    public ClosingState(HoldingsAndPrices read, Currency base) {
        this.holdings = read.holdings();
        this.prices = read.prices();
        this.base = base;
        this.valuation = Valuation.of(holdings, prices, base);
    }

    LocalDate date() {
        return prices.date();
    }

    PriceBook prices() {
        return prices;
    }

    /** In base currency; what the pack cannot value is not in it. */
    BigDecimal value() {
        return valuation.totalValue();
    }

    /** Names what the pack cannot value. */
    List<String> unvalued() {
        return valuation.warnings().stream()
                .filter(warning -> warning.contains(" is not valued: "))
                .toList();
    }

    /** Base currency per unit of {@code currency}. */
    Optional<BigDecimal> rate(Currency currency) {
        return prices.fx(currency, base).map(FxRate::rate);
    }

    /** Close of a security in {@code currency}. */
    private Optional<BigDecimal> price(String symbol, Currency currency) {
        return prices.price(symbol)
                .flatMap(price -> prices.fx(price.currency(), currency)
                        .map(rate -> price.close().multiply(rate.rate())));
    }

    /** Base currency for one unit of a security. */
    Optional<BigDecimal> unitValue(String symbol) {
        return price(symbol, base);
    }

    /** Units held, by symbol. */
    SortedMap<String, BigDecimal> units() {
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        holdings.lots().forEach(lot -> units.merge(lot.symbol(), lot.quantity(), BigDecimal::add));
        return units;
    }

    /** Cash, by currency code. */
    SortedMap<String, BigDecimal> cash() {
        SortedMap<String, BigDecimal> cash = new TreeMap<>();
        holdings.cash()
                .forEach((CashBalance balance) ->
                        cash.merge(balance.currency().getCurrencyCode(), balance.amount(), BigDecimal::add));
        return cash;
    }

    /** Sum of {@code q (P - c) X} over all lots that the pack can value. */
    BigDecimal unrealizedLocal() {
        return sum(lot -> price(lot.symbol(), lot.currency())
                .flatMap(price -> rate(lot.currency())
                        .map(rate -> lot.quantity()
                                .multiply(price.subtract(lot.unitCost()))
                                .multiply(rate))));
    }

    /** Sum of {@code q c (X - X_buy)} over all lots that the pack can value. */
    BigDecimal fxOnCost() {
        return sum(lot -> price(lot.symbol(), lot.currency())
                .flatMap(price -> rate(lot.currency()))
                .map(rate -> lot.quantity().multiply(lot.unitCost()).multiply(rate.subtract(lot.fxRate()))));
    }

    private BigDecimal sum(Function<Lot, Optional<BigDecimal>> part) {
        return holdings.lots().stream()
                .flatMap(lot -> part.apply(lot).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
