package io.dawsos.agent.financialanalyst;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.metrics.DatedValue;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.UnvaluedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stretch of history that a request asks for, read in one round trip. It begins at the close of the day asked for or, when that day has no
 * pack, of the last day before it, so that values and attribution cover the same days.
 *
 * @param warnings says when the history is shorter than asked for, and which days of it have no value
 * @param unvalued why the last day has no value, when it has none: then there are no values to measure figures from
 */
record Series(List<DailyValue> values, List<String> warnings, Optional<String> unvalued) {

    // packs lie a few days apart at most; whatever lies further back is another history
    private static final int DAYS_BEFORE = 31;

    /** As many unvalued days are named; the others are counted. */
    private static final int NAMED = 3;

    Series {
        values = List.copyOf(values);
        warnings = List.copyOf(warnings);
    }

    /** What figures are measured from: nothing when the last day has no value, because figures up to it are unknown. */
    static Series values(PortfolioHistory history, PortfolioScope scope, RangeRequest request) {
        DailyValues values = read(history, scope, request);
        List<String> warnings = warnings(values, request);
        return values.unvaluedEnd()
                .map(end -> new Series(List.of(), warnings, Optional.of(end.reason())))
                .orElseGet(() -> new Series(values, warnings, Optional.empty()));
    }

    /** Every value that there is, up to the last known one. */
    static Series known(PortfolioHistory history, PortfolioScope scope, RangeRequest request) {
        DailyValues values = read(history, scope, request);
        return new Series(
                values, warnings(values, request), values.unvaluedEnd().map(UnvaluedDay::reason));
    }

    private static DailyValues read(PortfolioHistory history, PortfolioScope scope, RangeRequest request) {
        requireRange(scope, request);
        if (request.from().isEmpty()) {
            return history.lastValues(scope, request.lookbackDays());
        }
        LocalDate from = request.from().get();
        LocalDate to = request.to().orElse(scope.pack().date());
        DailyValues all = history.values(scope, from.minusDays(DAYS_BEFORE), to);
        long before = all.stream().filter(day -> !day.date().isAfter(from)).count();
        List<DailyValue> values = all.subList((int) Math.max(0, before - 1), all.size());
        return new DailyValues(values, all.unvalued()).fromFirstValue();
    }

    private static List<String> warnings(DailyValues values, RangeRequest request) {
        Optional<LocalDate> first = values.stream().findFirst().map(DailyValue::date);
        List<String> warnings = new ArrayList<>(request.from()
                .map(from -> later(from, first))
                .orElseGet(() -> shorter(values, request.lookbackDays())));
        List<UnvaluedDay> unvalued = values.unvalued();
        int named = Math.min(NAMED, unvalued.size());
        unvalued.subList(unvalued.size() - named, unvalued.size()).forEach(day -> warnings.add(day.reason()));
        if (named < unvalued.size()) {
            warnings.add("Nor has it on " + (unvalued.size() - named) + " more days since "
                    + unvalued.get(0).date());
        }
        return warnings;
    }

    /** The whole history up to the day of the pack; nothing when the portfolio has no value on it, which is warned of. */
    static Series all(PortfolioHistory history, PortfolioScope scope) {
        DailyValues values = history.values(scope, LocalDate.EPOCH, scope.pack().date());
        return values.unvaluedEnd()
                .map(end -> new Series(List.of(), List.of(end.reason()), Optional.of(end.reason())))
                .orElseGet(() -> new Series(values, List.of(), Optional.empty()));
    }

    static AttributionWindow attribution(PortfolioHistory history, PortfolioScope scope, RangeRequest request) {
        requireRange(scope, request);
        return request.from()
                .map(from -> history.attribution(
                        scope, from, request.to().orElse(scope.pack().date())))
                .orElseGet(() -> history.lastAttribution(scope, request.lookbackDays() - 1));
    }

    /** Warns when the history begins after the day asked for. */
    static List<String> later(LocalDate asked, Optional<LocalDate> first) {
        return first.filter(asked::isBefore)
                .map(day -> List.of("The history begins on " + day + ", after " + asked))
                .orElse(List.of());
    }

    private static List<String> shorter(List<DailyValue> values, int asked) {
        if (values.size() >= asked) {
            return List.of();
        }
        String begins =
                values.isEmpty() ? "" : "; it begins on " + values.get(0).date();
        return List.of("The history has " + values.size() + " of the " + asked + " daily values asked for" + begins);
    }

    private static void requireRange(PortfolioScope scope, RangeRequest request) {
        List<Violation> violations = violations(scope, request.from(), request.to());
        if (request.to().isPresent() && request.from().isEmpty()) {
            violations.add(new Violation("/args/to", "'to' needs 'from'"));
        }
        throwIfAny(violations);
    }

    /** Refuses a range that ends before it begins, or after the day of the pack. */
    static void requireRange(PortfolioScope scope, Optional<LocalDate> from, Optional<LocalDate> to) {
        throwIfAny(violations(scope, from, to));
    }

    private static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }

    Optional<LocalDate> first() {
        return values.stream().findFirst().map(DailyValue::date);
    }

    Optional<LocalDate> last() {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1).date());
    }

    private static List<Violation> violations(
            PortfolioScope scope, Optional<LocalDate> first, Optional<LocalDate> last) {
        LocalDate packDay = scope.pack().date();
        LocalDate end = last.orElse(packDay);
        List<Violation> violations = new ArrayList<>();
        first.filter(from -> from.isAfter(end))
                .ifPresent(from -> violations.add(new Violation(
                        "/args/from",
                        "'from' " + from + " is after " + (last.isPresent() ? "'to' " : "the day of the pack, ")
                                + end)));
        last.filter(to -> to.isAfter(packDay))
                .ifPresent(to -> violations.add(
                        new Violation("/args/to", "'to' " + to + " is after the day of the pack, " + packDay)));
        return violations;
    }

    List<DatedValue> dated() {
        return values.stream().map(DatedValue::of).toList();
    }
}
