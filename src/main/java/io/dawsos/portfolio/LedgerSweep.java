package io.dawsos.portfolio;

import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Walks a ledger day by day: what is held at the close, and what moved since the day before. Every period is read once. */
final class LedgerSweep {

    private record Change<K>(LocalDate day, K key, BigDecimal amount) {}

    private final List<LedgerTransaction> transactions;
    private final List<Change<String>> unitChanges;
    private final List<Change<String>> cashChanges;
    private final SortedMap<String, BigDecimal> units = new TreeMap<>();
    private final SortedMap<String, BigDecimal> cash = new TreeMap<>();
    private final HoldingCurrencies currencies;
    private int nextTransaction;
    private int nextUnits;
    private int nextCash;
    private LocalDate day = LocalDate.MIN;

    LedgerSweep(LedgerBook ledger) {
        transactions = ledger.transactions();
        currencies = new HoldingCurrencies(ledger);
        unitChanges = new ArrayList<>();
        for (LotPeriod lot : ledger.lots()) {
            unitChanges.add(new Change<>(lot.from(), lot.symbol(), lot.quantity()));
            lot.until()
                    .ifPresent(until -> unitChanges.add(
                            new Change<>(until, lot.symbol(), lot.quantity().negate())));
        }
        cashChanges = new ArrayList<>();
        for (CashPeriod period : ledger.cash()) {
            String code = period.currency().getCurrencyCode();
            cashChanges.add(new Change<>(period.from(), code, period.amount()));
            period.until()
                    .ifPresent(until -> cashChanges.add(
                            new Change<>(until, code, period.amount().negate())));
        }
        unitChanges.sort(Comparator.comparing(Change::day));
        cashChanges.sort(Comparator.comparing(Change::day));
    }

    /** The day walked to; before the first step the beginning of time. */
    LocalDate day() {
        return day;
    }

    /** Moves to the close of {@code to}; returns the transactions since, in booking order. */
    List<LedgerTransaction> advanceTo(LocalDate to) {
        day = to;
        currencies.advanceTo(to);
        nextUnits = apply(unitChanges, nextUnits, units);
        nextCash = apply(cashChanges, nextCash, cash);
        int first = nextTransaction;
        while (nextTransaction < transactions.size()
                && !transactions.get(nextTransaction).date().isAfter(to)) {
            nextTransaction++;
        }
        return transactions.subList(first, nextTransaction);
    }

    private int apply(List<Change<String>> changes, int from, SortedMap<String, BigDecimal> amounts) {
        int next = from;
        while (next < changes.size() && !changes.get(next).day().isAfter(day)) {
            Change<String> change = changes.get(next++);
            amounts.merge(change.key(), change.amount(), BigDecimal::add);
        }
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return next;
    }

    /** Units held at the close, by symbol; none is zero. */
    SortedMap<String, BigDecimal> units() {
        return units;
    }

    /** Cash at the close, by currency code; none is zero. */
    SortedMap<String, BigDecimal> cash() {
        return cash;
    }

    /** Currency in which each security is held, of those that appeared until the close. */
    HoldingCurrencies currencies() {
        return currencies;
    }
}
