package io.dawsos.portfolio.explain;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.money.FxRate;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Base currency for one unit of an entry's money: the rate that the entry itself states, which is that of its trade or pay day, else the rate
 * of the newest pack at or before that day, never of a later one. A dividend is so converted on the day it was paid, not on its ex-date.
 */
public final class TransactionRates {

    // packs lie a few days apart at most
    private static final int DAYS_BEFORE = 7;

    private final Currency base;
    private final NavigableMap<LocalDate, PriceBook> packs = new TreeMap<>();

    /** @param packs for entries that state no rate */
    public TransactionRates(Currency base, List<PriceBook> packs) {
        this.base = base;
        packs.forEach(pack -> this.packs.put(pack.date(), pack));
    }

    /** Rates for these entries; reads packs, in one round trip, only when some entry states no rate. */
    public static TransactionRates of(PackSeries history, PortfolioScope scope, List<LedgerTransaction> entries) {
        TransactionRates stated = new TransactionRates(scope.base(), List.of());
        List<LocalDate> days = entries.stream()
                .filter(entry -> !stated.knowsAll(entry))
                .map(TransactionRates::day)
                .toList();
        if (days.isEmpty()) {
            return stated;
        }
        LocalDate first = Collections.min(days).minusDays(DAYS_BEFORE);
        return new TransactionRates(
                scope.base(), history.between(scope, new TreeSet<>(), first, Collections.max(days)));
    }

    /** An entry without cash, like a split, needs no rate. */
    private boolean knowsAll(LedgerTransaction entry) {
        if (entry.cash().isEmpty()) {
            return true;
        }
        return find(entry, entry.currency()).isPresent()
                && entry.cash().stream()
                        .map(CashChange::currency)
                        .allMatch(currency -> find(entry, currency).isPresent());
    }

    private static LocalDate day(LedgerTransaction entry) {
        return entry.payDate().orElse(entry.date());
    }

    /** Empty when neither the entry nor a pack has it. */
    public Optional<BigDecimal> find(LedgerTransaction entry, Currency currency) {
        if (currency.equals(base)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<BigDecimal> stated = currency.equals(entry.currency()) ? entry.fxRate() : Optional.empty();
        return stated.or(() -> Optional.ofNullable(packs.floorEntry(day(entry)))
                .flatMap(pack -> pack.getValue().fx(currency, base))
                .map(FxRate::rate));
    }

    /** Throws the failure CAPABILITY_FAILED that names pair, day and entry when there is none. */
    public BigDecimal require(LedgerTransaction entry, Currency currency) {
        return find(entry, currency)
                .orElseThrow(() -> new Failure(
                        FailureReason.CAPABILITY_FAILED,
                        "There is no rate " + currency + "/" + base + " for the entry " + entry.id() + " of "
                                + entry.date() + ": it states none, and no pack of that day has one"));
    }

    /** The rate of the entry's own currency. */
    public BigDecimal require(LedgerTransaction entry) {
        return require(entry, entry.currency());
    }
}
