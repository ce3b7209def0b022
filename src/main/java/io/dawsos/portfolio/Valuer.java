package io.dawsos.portfolio;

import io.dawsos.money.FxRate;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Values holdings with one pack and collects what a reader should know of its rows. */
final class Valuer {

    private final PriceBook prices;
    private final Currency base;
    private final Set<String> warnings = new LinkedHashSet<>();

    Valuer(PriceBook prices, Currency base) {
        this.prices = prices;
        this.base = base;
    }

    Valuation value(Holdings holdings) {
        TreeMap<String, List<Lot>> bySymbol = new TreeMap<>();
        holdings.lots()
                .forEach(lot -> bySymbol.computeIfAbsent(lot.symbol(), symbol -> new ArrayList<>())
                        .add(lot));
        List<ValuedPosition> positions = bySymbol.entrySet().stream()
                .map(entry -> position(entry.getKey(), entry.getValue()))
                .toList();
        List<ValuedCash> cash = holdings.cash().stream().map(this::cash).toList();
        return new Valuation(base, prices.date(), positions, cash, List.copyOf(warnings)).weighted();
    }

    private ValuedPosition position(String symbol, List<Lot> lots) {
        Optional<Price> price = price(symbol);
        Optional<FxRate> fx = price.flatMap(known -> rate(known.currency()));
        Optional<BigDecimal> unitValue =
                price.flatMap(known -> fx.map(rate -> known.close().multiply(rate.rate())));
        BigDecimal quantity = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ValuedPosition(
                symbol,
                quantity,
                price,
                fx,
                unitValue.map(quantity::multiply),
                lots.stream().map(Lot::costBase).reduce(BigDecimal.ZERO, BigDecimal::add),
                Optional.empty(),
                lots.stream()
                        .map(lot -> new ValuedLot(lot, unitValue.map(lot.quantity()::multiply)))
                        .toList());
    }

    private ValuedCash cash(CashBalance balance) {
        Optional<BigDecimal> value =
                rate(balance.currency()).map(rate -> balance.amount().multiply(rate.rate()));
        return new ValuedCash(balance.currency(), balance.amount(), value, Optional.empty());
    }

    private Optional<Price> price(String symbol) {
        Optional<Price> price = prices.price(symbol);
        if (price.isEmpty()) {
            warnings.add(symbol + " is not valued: pack " + prices.pack() + " has no price for it");
        }
        price.ifPresent(known -> noteAge("The price of " + symbol, known.date()));
        return price;
    }

    private Optional<FxRate> rate(Currency currency) {
        Optional<FxRate> rate = prices.fx(currency, base);
        String pair = currency + "/" + base;
        if (rate.isEmpty()) {
            warnings.add(
                    "What is priced in " + currency + " is not valued: pack " + prices.pack() + " has no rate " + pair);
        }
        rate.ifPresent(known -> noteAge("The rate " + pair, known.date()));
        return rate;
    }

    private void noteAge(String what, LocalDate date) {
        if (date.isBefore(prices.date())) {
            warnings.add(what + " is of " + date + ", carried forward to " + prices.date());
        }
    }
}
