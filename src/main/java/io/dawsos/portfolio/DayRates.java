package io.dawsos.portfolio;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.money.Decimals;
import io.dawsos.money.FxRate;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Prices and exchange rates to base of one day, each looked up once. */
final class DayRates {

    private final PriceBook pack;
    private final Currency base;
    private final Map<String, Optional<BigDecimal>> toBase = new TreeMap<>();

    DayRates(PriceBook pack, Currency base) {
        this.pack = pack;
        this.base = base;
    }

    /** Base currency per unit of {@code currency}, when the pack has it. */
    Optional<BigDecimal> find(Currency currency) {
        return toBase.computeIfAbsent(
                currency.getCurrencyCode(), code -> pack.fx(currency, base).map(FxRate::rate));
    }

    /** Base currency per unit of {@code currency}; the caller has checked that the pack has it. */
    BigDecimal rate(Currency currency) {
        return find(currency)
                .orElseThrow(
                        () -> new IllegalStateException("No rate " + currency + "/" + base + " in " + pack.pack()));
    }

    /** {@code amount} of {@code from} in {@code to}, at the day's rates. */
    BigDecimal convert(BigDecimal amount, Currency from, Currency to) {
        if (from.equals(to)) {
            return amount;
        }
        return Decimals.divide(amount.multiply(rate(from)), rate(to));
    }

    /** The close of a security in {@code currency}; the caller has checked that the pack has it. */
    BigDecimal price(String symbol, Currency currency) {
        Price price = pack.price(symbol)
                .orElseThrow(() -> new IllegalStateException("No price of " + symbol + " in " + pack.pack()));
        return convert(price.close(), price.currency(), currency);
    }

    /** Everything missing for what was held at the close or moved since the last valued day, each named once; empty when all is there. */
    List<String> missing(LedgerSweep ledger, List<LedgerTransaction> moves) {
        HoldingCurrencies securities = ledger.currencies();
        Set<String> missing = new LinkedHashSet<>();
        ledger.units().keySet().forEach(symbol -> needPrice(symbol, missing));
        ledger.units().keySet().forEach(symbol -> needRate(securities.of(symbol), missing));
        ledger.cash().keySet().forEach(code -> needRate(Currency.getInstance(code), missing));
        for (LedgerTransaction move : moves) {
            move.cash().stream().map(CashChange::currency).forEach(currency -> needRate(currency, missing));
            move.symbol().ifPresent(symbol -> needRate(securities.of(symbol), missing));
            move.received().forEach(change -> {
                needPrice(change.symbol(), missing);
                needRate(securities.of(change.symbol()), missing);
            });
        }
        return List.copyOf(missing);
    }

    private void needPrice(String symbol, Set<String> missing) {
        Optional<Price> price = pack.price(symbol);
        if (price.isEmpty()) {
            missing.add("price of " + symbol);
        }
        price.ifPresent(known -> needRate(known.currency(), missing));
    }

    private void needRate(Currency currency, Set<String> missing) {
        if (find(currency).isEmpty()) {
            missing.add("rate " + currency + "/" + base);
        }
    }
}
