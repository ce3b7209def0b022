package io.dawsos.portfolio;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.ledger.UnitChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All holdings of a portfolio, once held never forgotten, and the totals of their currencies. */
final class Buckets {

    private final Currency base;
    private final HoldingCurrencies currencies;
    private final SortedMap<String, Bucket> securities = new TreeMap<>();
    private final SortedMap<String, Bucket> cash = new TreeMap<>();
    private final SortedMap<String, Bucket> totals = new TreeMap<>();

    Buckets(Currency base, HoldingCurrencies currencies) {
        this.base = base;
        this.currencies = currencies;
    }

    /** Takes up what a day's rows say of its holdings. */
    void restore(List<HoldingDay> rows) {
        for (HoldingDay row : rows) {
            SortedMap<String, Bucket> kind = row.currencyTotal() ? totals : row.cash() ? cash : securities;
            String key = row.currencyTotal() ? row.currency().getCurrencyCode() : row.holding();
            kind.put(key, Bucket.continuing(row));
        }
    }

    /** Books the flows of the day's transactions; returns the external flow in base currency. */
    BigDecimal book(List<LedgerTransaction> moves, DayRates rates) {
        BigDecimal external = BigDecimal.ZERO;
        for (LedgerTransaction move : moves) {
            BigDecimal flows = isOwnGain(move) ? BigDecimal.ZERO : flow(move, rates);
            BigDecimal outside = move.isExternalFlow() ? valueOf(move.cash(), rates) : BigDecimal.ZERO;
            BigDecimal difference = flows.subtract(outside);
            if (difference.signum() != 0) {
                cash(foreign(move)).executedAt(difference);
            }
            external = external.add(outside);
        }
        return external;
    }

    private static boolean isOwnGain(LedgerTransaction move) {
        return move.symbol().isEmpty() && (move.kind() == TransactionKind.FEE || move.kind() == TransactionKind.INCOME);
    }

    /** Moves the cash of one transaction between its holdings; returns the sum of the flows at the day's rates. */
    private BigDecimal flow(LedgerTransaction move, DayRates rates) {
        for (CashChange change : move.cash()) {
            cash(change.currency()).flowIn(change.amount());
            move.symbol()
                    .map(this::security)
                    .ifPresent(security ->
                            security.flowIn(rates.convert(change.amount(), change.currency(), security.currency())
                                    .negate()));
        }
        move.symbol().map(this::security).ifPresent(old -> exchange(move, old, rates));
        return move.symbol().isPresent() ? BigDecimal.ZERO : valueOf(move.cash(), rates);
    }

    /** Units that a spin-off or merger brings flow from the old security to the new one, at their value at the close. */
    private void exchange(LedgerTransaction move, Bucket old, DayRates rates) {
        for (UnitChange change : move.received()) {
            Bucket brought = security(change.symbol());
            BigDecimal worth = change.quantity().multiply(rates.price(change.symbol(), brought.currency()));
            brought.flowIn(worth);
            old.flowIn(rates.convert(worth, brought.currency(), old.currency()).negate());
        }
    }

    private static BigDecimal valueOf(List<CashChange> changes, DayRates rates) {
        return changes.stream()
                .map(change -> change.amount().multiply(rates.rate(change.currency())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Currency foreign(LedgerTransaction move) {
        return move.cash().stream()
                .map(CashChange::currency)
                .filter(currency -> !currency.equals(base))
                .findFirst()
                .orElse(base);
    }

    /** Values every holding at the close, in its own currency; returns the value of the portfolio in base currency. */
    BigDecimal close(LedgerSweep ledger, DayRates rates) {
        ledger.units().keySet().forEach(this::security);
        ledger.cash().keySet().forEach(code -> cash(Currency.getInstance(code)));
        securities.forEach((symbol, bucket) ->
                bucket.closeAt(Optional.ofNullable(ledger.units().get(symbol))
                        .map(units -> units.multiply(rates.price(symbol, bucket.currency())))
                        .orElse(BigDecimal.ZERO)));
        cash.forEach((code, bucket) -> bucket.closeAt(ledger.cash().getOrDefault(code, BigDecimal.ZERO)));
        BigDecimal value = BigDecimal.ZERO;
        for (Bucket bucket : holdings()) {
            value = value.add(base(bucket, rates));
        }
        return value;
    }

    // a holding of nothing needs no rate: its currency may have left the packs
    private static BigDecimal base(Bucket bucket, DayRates rates) {
        return bucket.value().signum() == 0 ? BigDecimal.ZERO : bucket.value().multiply(rates.rate(bucket.currency()));
    }

    private List<Bucket> holdings() {
        List<Bucket> all = new ArrayList<>(securities.values());
        all.addAll(cash.values());
        return all;
    }

    /** Attributes the day's gain of every holding and of every currency's total. */
    void attribute(DayStep step) {
        holdings().forEach(bucket -> bucket.attribute(step));
        totals().forEach(total -> total.attribute(step));
    }

    private Collection<Bucket> totals() {
        totals.values().forEach(Bucket::startTotal);
        for (Bucket bucket : holdings()) {
            totals.computeIfAbsent(
                            bucket.currency().getCurrencyCode(),
                            code -> new Bucket(HoldingDay.totalOf(bucket.currency()), false, bucket.currency()))
                    .include(bucket);
        }
        return totals.values();
    }

    /** The rows of the day; the close becomes the start of the next day. */
    List<HoldingDay> endDay(LocalDate date, DayRates rates, BigDecimal value) {
        Collection<Bucket> all = holdings();
        all.addAll(totals());
        List<HoldingDay> rows = all.stream()
                .map(bucket -> bucket.row(date, weight(base(bucket, rates), value)))
                .toList();
        endDay();
        return rows;
    }

    /** Makes the close the start of the next day. */
    void endDay() {
        holdings().forEach(Bucket::endDay);
    }

    private static double weight(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? 0 : part.doubleValue() / whole.doubleValue();
    }

    private Bucket security(String symbol) {
        return securities.computeIfAbsent(symbol, name -> new Bucket(name, false, currencies.of(name)));
    }

    private Bucket cash(Currency currency) {
        return cash.computeIfAbsent(currency.getCurrencyCode(), code -> new Bucket(code, true, currency));
    }
}
