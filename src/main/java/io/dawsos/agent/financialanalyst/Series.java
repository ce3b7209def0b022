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
 */
record Series(List<DailyValue> values, List<String> warnings) {

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
        return values.unvaluedEnd().isPresent() ? new Series(List.of(), warnings) : new Series(values, warnings);
    }

    /** Every value that there is, up to the last known one. */
    static Series known(PortfolioHistory history, PortfolioScope scope, RangeRequest request) {
        DailyValues values = read(history, scope, request);
        return new Series(values, warnings(values, request));
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
        LocalDate packDay = scope.pack().date();
        LocalDate end = request.to().orElse(packDay);
        List<Violation> violations = new ArrayList<>();
        request.from()
                .filter(from -> from.isAfter(end))
                .ifPresent(from -> violations.add(new Violation(
                        "/args/from",
                        "'from' " + from + " is after " + (request.to().isPresent() ? "'to' " : "the day of the pack, ")
                                + end)));
        request.to()
                .filter(to -> to.isAfter(packDay))
                .ifPresent(to -> violations.add(
                        new Violation("/args/to", "'to' " + to + " is after the day of the pack, " + packDay)));
        if (request.to().isPresent() && request.from().isEmpty()) {
            violations.add(new Violation("/args/to", "'to' needs 'from'"));
        }
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
    }

    List<DatedValue> dated() {
        return values.stream().map(DatedValue::of).toList();
    }
}
