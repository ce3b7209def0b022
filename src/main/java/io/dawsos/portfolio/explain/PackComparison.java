package io.dawsos.portfolio.explain;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.PackDiff.Effects;
import io.dawsos.portfolio.explain.PackDiff.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what one portfolio held at two closes, holding by holding; {@link PackDiff} has the formulas. */
final class PackComparison {

    private final ClosingState from;
    private final ClosingState restated;
    private final ClosingState to;
    private final SplitFactors splits;
    /** Income in base currency at the closing rates: by symbol, and of all kinds by currency code. */
    private final SortedMap<String, BigDecimal> paidBySecurity = new TreeMap<>();

    private final SortedMap<String, BigDecimal> paidInCurrency = new TreeMap<>();
    private final SortedMap<String, BigDecimal> ownIncome = new TreeMap<>();

    /**
     * @param restated the holdings of {@code from} by the restatement of its pack
     * @param facts entries after the first day up to the second, and all lots
     */
    PackComparison(ClosingState from, ClosingState restated, ClosingState to, Facts facts) {
        this.from = from;
        this.restated = restated;
        this.to = to;
        this.splits = SplitFactors.of(List.of(), facts);
        facts.transactions().forEach(this::addIncome);
    }

    private void addIncome(LedgerTransaction entry) {
        if (entry.kind() != TransactionKind.DIVIDEND && entry.kind() != TransactionKind.INCOME) {
            return;
        }
        for (CashChange change : entry.cash()) {
            Currency currency = change.currency();
            String code = currency.getCurrencyCode();
            if (effects(currency).isPresent()) {
                // the balance that the income went into can be explained, so the rate is there unless it is gone again
                BigDecimal paid = change.amount().multiply(to.rate(currency).orElse(BigDecimal.ZERO));
                paidInCurrency.merge(code, paid, BigDecimal::add);
                entry.symbol()
                        .ifPresentOrElse(
                                symbol -> paidBySecurity.merge(symbol, paid, BigDecimal::add),
                                () -> ownIncome.merge(code, paid, BigDecimal::add));
            }
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        NavigableSet<String> symbols = new TreeSet<>(from.units().keySet());
        symbols.addAll(to.units().keySet());
        symbols.addAll(paidBySecurity.keySet());
        symbols.forEach(symbol -> rows.add(security(symbol)));
        NavigableSet<String> currencies = new TreeSet<>(from.cash().keySet());
        currencies.addAll(to.cash().keySet());
        currencies.addAll(paidInCurrency.keySet());
        currencies.forEach(code -> rows.add(cash(Currency.getInstance(code))));
        return rows;
    }

    private Row security(String symbol) {
        BigDecimal units = from.units().getOrDefault(symbol, BigDecimal.ZERO);
        BigDecimal unitsNow = to.units().getOrDefault(symbol, BigDecimal.ZERO);
        BigDecimal split = splits.between(symbol, from.date(), to.date());
        BigDecimal income = paidBySecurity.getOrDefault(symbol, BigDecimal.ZERO);
        Units held = new Units(units, units.multiply(split), unitsNow);
        Optional<Effects> effects = change(held, quote(restated, symbol), quote(to, symbol))
                .flatMap(moved -> restatement(units, from.unitValue(symbol), restated.unitValue(symbol))
                        .map(moved::withRestatement))
                .map(moved -> moved.withIncome(income));
        return row(symbol, false, held, effects);
    }

    private Row cash(Currency currency) {
        String code = currency.getCurrencyCode();
        BigDecimal paid = paidInCurrency.getOrDefault(code, BigDecimal.ZERO);
        BigDecimal own = ownIncome.getOrDefault(code, BigDecimal.ZERO);
        return row(
                code,
                true,
                balances(code),
                effects(currency).map(moved -> moved.withIncome(own).withoutQuantity(paid)));
    }

    private Units balances(String code) {
        BigDecimal amount = from.cash().getOrDefault(code, BigDecimal.ZERO);
        return new Units(amount, amount, to.cash().getOrDefault(code, BigDecimal.ZERO));
    }

    /** Of a balance of cash, its income still within the quantity. */
    private Optional<Effects> effects(Currency currency) {
        Units held = balances(currency.getCurrencyCode());
        return change(held, unit(restated, currency), unit(to, currency))
                .flatMap(moved -> restatement(held.before(), from.rate(currency), restated.rate(currency))
                        .map(moved::withRestatement));
    }

    /**
     * What was and is held.
     *
     * @param before on the first day
     * @param counted the same after the splits since
     */
    private record Units(BigDecimal before, BigDecimal counted, BigDecimal now) {}

    private Row row(String holding, boolean cash, Units held, Optional<Effects> effects) {
        return new Row(
                holding,
                cash,
                held.before(),
                held.now(),
                value(from, holding, cash, held.before()),
                value(to, holding, cash, held.now()),
                effects);
    }

    private static Optional<BigDecimal> value(ClosingState state, String holding, boolean cash, BigDecimal held) {
        if (held.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return (cash ? state.rate(Currency.getInstance(holding)) : state.unitValue(holding)).map(held::multiply);
    }

    /** Price of a unit in its currency, and that currency's rate. */
    private record Quote(BigDecimal price, BigDecimal rate) {
        BigDecimal value() {
            return price.multiply(rate);
        }
    }

    private static Optional<Quote> quote(ClosingState state, String symbol) {
        return state.prices()
                .price(symbol)
                .flatMap(price -> state.rate(price.currency()).map(rate -> new Quote(price.close(), rate)));
    }

    private static Optional<Quote> unit(ClosingState state, Currency currency) {
        return state.rate(currency).map(rate -> new Quote(BigDecimal.ONE, rate));
    }

    private static Optional<BigDecimal> restatement(
            BigDecimal held, Optional<BigDecimal> told, Optional<BigDecimal> toldAgain) {
        if (held.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return told.flatMap(first -> toldAgain.map(second -> held.multiply(second.subtract(first))));
    }

    /** Price, exchange rate and quantity; empty when a quote is missing for them. */
    private static Optional<Effects> change(Units held, Optional<Quote> last, Optional<Quote> now) {
        BigDecimal zero = BigDecimal.ZERO;
        if (held.before().signum() == 0 && held.now().signum() == 0) {
            return Optional.of(Effects.NONE);
        }
        if (held.before().signum() == 0) {
            return now.map(
                    quote -> new Effects(zero, zero, zero, zero, held.now().multiply(quote.value())));
        }
        if (held.now().signum() == 0 && now.isEmpty()) {
            return last.map(quote -> new Effects(
                    zero,
                    zero,
                    zero,
                    zero,
                    held.before().multiply(quote.value()).negate()));
        }
        return last.flatMap(before -> now.map(after -> {
            BigDecimal atNewPrice = held.counted().multiply(after.price());
            return new Effects(
                    zero,
                    atNewPrice.multiply(before.rate()).subtract(held.before().multiply(before.value())),
                    atNewPrice.multiply(after.rate().subtract(before.rate())),
                    zero,
                    held.now().subtract(held.counted()).multiply(after.value()));
        }));
    }
}
