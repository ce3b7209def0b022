package io.dawsos.portfolio;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.UnitChange;
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

    /** Throws the failure that lists everything missing for what was held at the close or moved since the day before. */
    void requireAll(LedgerSweep ledger, List<LedgerTransaction> moves, Map<String, Currency> securities) {
        Set<String> missing = new LinkedHashSet<>();
        ledger.units().keySet().forEach(symbol -> needPrice(symbol, missing));
        ledger.units().keySet().forEach(symbol -> needRate(Buckets.currencyOf(symbol, securities), missing));
        ledger.cash().keySet().forEach(code -> needRate(Currency.getInstance(code), missing));
        for (LedgerTransaction move : moves) {
            move.cash().stream().map(CashChange::currency).forEach(currency -> needRate(currency, missing));
            move.symbol().ifPresent(symbol -> needRate(Buckets.currencyOf(symbol, securities), missing));
            move.received().stream()
                    .map(UnitChange::symbol)
                    .filter(securities::containsKey)
                    .forEach(symbol -> {
                        needPrice(symbol, missing);
                        needRate(Buckets.currencyOf(symbol, securities), missing);
                    });
        }
        if (!missing.isEmpty()) {
            throw incomplete(missing);
        }
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

    private Failure incomplete(Set<String> missing) {
        String detail = "Pack " + pack.pack() + " cannot value the portfolio; it lacks: " + String.join(", ", missing);
        List<Violation> violations = missing.stream()
                .map(name -> new Violation("", pack.date() + ": no " + name))
                .toList();
        Map<String, Object> extensions = new TreeMap<>();
        extensions.put("pack_id", pack.pack().toString());
        return new Failure(FailureReason.CAPABILITY_FAILED, detail, violations, extensions);
    }
}
