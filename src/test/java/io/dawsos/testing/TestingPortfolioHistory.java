package io.dawsos.testing;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HistoryRow;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history of one portfolio in memory, computed from a ledger and packs. Counts its round trips. */
public final class TestingPortfolioHistory implements PortfolioHistory {

    private final LedgerBook ledger;
    private final List<PriceBook> packs;
    private final List<HistoryDay> days = new ArrayList<>();
    private final List<UnvaluedDay> unvalued = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    public TestingPortfolioHistory(LedgerBook ledger, List<PriceBook> packs) {
        this.ledger = ledger;
        this.packs = List.copyOf(packs);
        DailyHistory history = new DailyHistory(ledger);
        for (PriceBook pack : packs) {
            history.next(pack).ifPresent(this::add);
        }
    }

    private void add(HistoryRow row) {
        if (row instanceof HistoryDay day) {
            days.add(day);
        } else {
            unvalued.add((UnvaluedDay) row);
        }
    }

    /** Names of the methods called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public HoldingsAndPrices holdings(PortfolioScope scope) {
        calls.add("holdings");
        LocalDate day = scope.pack().date();
        List<Lot> lots = ledger.lots().stream()
                .filter(lot -> holds(day, lot.from(), lot.until()))
                .map(lot -> new Lot(
                        lot.lot(),
                        lot.symbol(),
                        lot.acquired(),
                        lot.quantity(),
                        lot.unitCost(),
                        lot.currency(),
                        lot.fxRate()))
                .toList();
        List<CashBalance> cash = ledger.cash().stream()
                .filter(period -> holds(day, period.from(), period.until()))
                .filter(period -> period.amount().signum() != 0)
                .map(period -> new CashBalance(period.currency(), period.amount()))
                .toList();
        PriceBook prices = packs.stream()
                .filter(book -> book.pack().equals(scope.pack()))
                .findFirst()
                .orElseThrow();
        return new HoldingsAndPrices(new Holdings(day, lots, cash), prices);
    }

    private static boolean holds(LocalDate day, LocalDate from, Optional<LocalDate> until) {
        return !from.isAfter(day) && until.map(day::isBefore).orElse(true);
    }

    @Override
    public DailyValues values(PortfolioScope scope, LocalDate from, LocalDate to) {
        calls.add("values");
        return new DailyValues(
                upTo(scope.pack().date()).stream()
                        .map(HistoryDay::value)
                        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                        .toList(),
                unvaluedUpTo(scope.pack().date()).stream()
                        .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                        .toList());
    }

    @Override
    public DailyValues lastValues(PortfolioScope scope, int observations) {
        calls.add("lastValues");
        return new DailyValues(
                        last(scope, observations).stream()
                                .map(HistoryDay::value)
                                .toList(),
                        unvaluedUpTo(scope.pack().date()))
                .fromFirstValue();
    }

    private Optional<UnvaluedDay> endOf(PortfolioScope scope, LocalDate to) {
        LocalDate end = to.isBefore(scope.pack().date()) ? to : scope.pack().date();
        List<DailyValue> values = upTo(end).stream().map(HistoryDay::value).toList();
        return new DailyValues(values, unvaluedUpTo(end)).unvaluedEnd();
    }

    private List<UnvaluedDay> unvaluedUpTo(LocalDate day) {
        return unvalued.stream().filter(each -> !each.date().isAfter(day)).toList();
    }

    @Override
    public AttributionWindow attribution(PortfolioScope scope, LocalDate from, LocalDate to) {
        calls.add("attribution");
        Optional<UnvaluedDay> end = endOf(scope, to);
        return end.isPresent()
                ? AttributionWindow.endingOn(end.get())
                : window(upTo(scope.pack().date()), from, to);
    }

    @Override
    public AttributionWindow lastAttribution(PortfolioScope scope, int returns) {
        calls.add("lastAttribution");
        Optional<UnvaluedDay> end = endOf(scope, scope.pack().date());
        if (end.isPresent()) {
            return AttributionWindow.endingOn(end.get());
        }
        List<HistoryDay> last = last(scope, returns + 1);
        return last.isEmpty()
                ? window(last, scope.pack().date(), scope.pack().date())
                : window(last, last.get(0).value().date(), scope.pack().date());
    }

    private List<HistoryDay> last(PortfolioScope scope, int observations) {
        List<HistoryDay> all = upTo(scope.pack().date());
        return all.subList(Math.max(0, all.size() - observations), all.size());
    }

    private List<HistoryDay> upTo(LocalDate day) {
        return days.stream().filter(each -> !each.value().date().isAfter(day)).toList();
    }

    /** Both ends of a range of a history, as the port defines them. */
    public static AttributionWindow window(List<HistoryDay> days, LocalDate from, LocalDate to) {
        if (days.isEmpty()) {
            return new AttributionWindow(from, to, 1, 1, List.of(), List.of());
        }
        HistoryDay start = lastAt(days, from);
        HistoryDay end = lastAt(days, to);
        return new AttributionWindow(
                start.value().date(),
                end.value().date(),
                start.wealthIndex(),
                end.wealthIndex(),
                start.holdings(),
                end.holdings());
    }

    private static HistoryDay lastAt(List<HistoryDay> days, LocalDate date) {
        HistoryDay found = days.get(0);
        for (HistoryDay day : days) {
            if (!day.value().date().isAfter(date)) {
                found = day;
            }
        }
        return found;
    }
}
