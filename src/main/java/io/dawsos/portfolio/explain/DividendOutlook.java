package io.dawsos.portfolio.explain;

import io.dawsos.ledger.LotPeriod;
import io.dawsos.money.Decimals;
import io.dawsos.portfolio.explain.CorporateAction.Kind;
import io.dawsos.portfolio.explain.DividendRecord.PerUnit;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Dividends to come on what is held at the close of a day.
 *
 * <p>The estimate of a security is that the dividends of the last twelve months, by ex-date, come again: each on its ex-date and pay
 * date one year later, with the same amount for one unit (divided by the ratio of a split since) on the units held now. It takes no growth, no
 * cut and no special dividend for granted but that they repeat. A declared dividend with an ex-date within {@value #SAME_EVENT_DAYS} days of
 * an estimated one takes its place.
 */
public final class DividendOutlook {

    /** Issuers keep their calendar within some weeks. */
    static final int SAME_EVENT_DAYS = 20;

    private final LocalDate today;
    private final Facts facts;
    private final List<CorporateAction> actions;
    private final DividendRecord record;
    private final SplitFactors splits;

    /**
     * @param today day of the pack
     * @param facts all that the ledger says up to today
     * @param actions what is known of the securities held
     * @param received every dividend received up to today
     */
    public DividendOutlook(LocalDate today, Facts facts, List<CorporateAction> actions, List<Dividend> received) {
        this.today = today;
        this.facts = facts;
        this.actions = List.copyOf(actions);
        this.record = DividendRecord.of(actions, received);
        this.splits = SplitFactors.of(actions, facts);
    }

    /** Who delivered the corporate actions behind it, sorted. */
    public List<String> providers() {
        return actions.stream()
                .map(CorporateAction::provider)
                .distinct()
                .sorted()
                .toList();
    }

    /** Units held today, by symbol. */
    public SortedMap<String, BigDecimal> held() {
        return facts.unitsAt(today);
    }

    /**
     * Why the dividends of the last twelve months are not known; empty when they are. They are known from the first dividend of the
     * reference data on, and for as long as the security has been held without a break.
     */
    public Optional<String> unknown(String symbol) {
        LocalDate yearAgo = today.minusYears(1);
        LocalDate since = Stream.concat(heldSince(symbol).stream(), record.first(symbol).stream())
                .min(Comparator.naturalOrder())
                .orElse(today);
        return since.isAfter(yearAgo)
                ? Optional.of("Dividends of " + symbol + " are known from " + since
                        + " on only; an estimate needs the twelve months up to " + today)
                : Optional.empty();
    }

    private Optional<LocalDate> heldSince(String symbol) {
        List<LotPeriod> periods = facts.lots().stream()
                .filter(lot -> lot.symbol().equals(symbol) && !lot.from().isAfter(today))
                .sorted(Comparator.comparing(LotPeriod::from))
                .toList();
        Optional<LocalDate> since = Optional.empty();
        LocalDate until = LocalDate.MIN;
        for (LotPeriod period : periods) {
            if (period.from().isAfter(until)) {
                since = Optional.of(period.from());
            }
            LocalDate end = period.until().orElse(LocalDate.MAX);
            until = end.isAfter(until) ? end : until;
        }
        return until.isAfter(today) ? since : Optional.empty();
    }

    /** The dividends of the coming twelve months, by ex-date: declared where they are, else estimated. Empty when {@link #unknown} says why. */
    public List<ExpectedDividend> nextYear(String symbol) {
        List<ExpectedDividend> expected = new ArrayList<>(declared(symbol).stream()
                .filter(dividend -> dividend.exDate().isAfter(today))
                .toList());
        if (unknown(symbol).isEmpty() && facts.unitsAt(symbol, today).signum() > 0) {
            record.between(symbol, today.minusYears(1), today).stream()
                    .map(this::repeated)
                    .filter(estimate -> expected.stream().noneMatch(known -> isSame(known, estimate)))
                    .toList()
                    .forEach(expected::add);
        }
        expected.sort(Comparator.comparing(ExpectedDividend::exDate));
        return List.copyOf(expected);
    }

    private static boolean isSame(ExpectedDividend declared, ExpectedDividend estimate) {
        return !declared.estimated()
                && Math.abs(ChronoUnit.DAYS.between(declared.exDate(), estimate.exDate())) <= SAME_EVENT_DAYS;
    }

    private ExpectedDividend repeated(PerUnit last) {
        BigDecimal since = splits.between(last.symbol(), last.exDate().minusDays(1), today);
        return new ExpectedDividend(
                last.symbol(),
                last.exDate().plusYears(1),
                last.payDate().map(day -> day.plusYears(1)),
                true,
                facts.unitsAt(last.symbol(), today),
                Decimals.divide(last.amount(), since),
                last.currency(),
                last.source(),
                record.withholdingRate(last.symbol()));
    }

    /** Dividends that the reference data declares and that are not over: with an ex-date to come, or a pay date to come on units held. */
    public List<ExpectedDividend> declared(String symbol) {
        return actions.stream()
                .filter(action -> action.kind() == Kind.DIVIDEND
                        && action.symbol().equals(symbol)
                        && (action.exDate().isAfter(today)
                                || action.payDate().filter(today::isBefore).isPresent()))
                .map(this::declared)
                .filter(dividend -> dividend.units().signum() > 0)
                .toList();
    }

    private ExpectedDividend declared(CorporateAction action) {
        LocalDate counts =
                action.exDate().isAfter(today) ? today : action.exDate().minusDays(1);
        return new ExpectedDividend(
                action.symbol(),
                action.exDate(),
                action.payDate(),
                false,
                facts.unitsAt(action.symbol(), counts),
                action.amount().orElseThrow(),
                action.currency().orElseThrow(),
                action.provider(),
                record.withholdingRate(action.symbol()));
    }

    /** Splits that are declared for the coming days on what is held, by day. */
    public List<CorporateAction> splitsUntil(LocalDate last) {
        SortedMap<String, BigDecimal> held = held();
        return actions.stream()
                .filter(action -> action.kind() == Kind.SPLIT
                        && held.containsKey(action.symbol())
                        && action.exDate().isAfter(today)
                        && !action.exDate().isAfter(last))
                .sorted(Comparator.comparing(CorporateAction::exDate).thenComparing(CorporateAction::symbol))
                .toList();
    }

    /** Dividends with an ex-date or a pay date in the coming days, declared or estimated, by symbol and ex-date. */
    public List<ExpectedDividend> dividendsUntil(LocalDate last) {
        List<ExpectedDividend> expected = new ArrayList<>();
        for (String symbol : candidates()) {
            Stream.concat(
                            declared(symbol).stream()
                                    .filter(dividend -> !dividend.exDate().isAfter(today)),
                            nextYear(symbol).stream())
                    .filter(dividend -> comes(dividend.exDate(), last)
                            || dividend.payDate()
                                    .filter(day -> comes(day, last))
                                    .isPresent())
                    .forEach(expected::add);
        }
        return List.copyOf(expected);
    }

    // sold after the ex-date: the cash still comes
    private List<String> candidates() {
        return Stream.concat(held().keySet().stream(), actions.stream().map(CorporateAction::symbol))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean comes(LocalDate day, LocalDate last) {
        return day.isAfter(today) && !day.isAfter(last);
    }
}
