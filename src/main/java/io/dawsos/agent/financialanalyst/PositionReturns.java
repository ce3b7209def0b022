package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.PositionPerformance.DayReturn;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.Drawdown;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.Volatility;
import io.dawsos.portfolio.explain.PositionHistory.Day;
import io.dawsos.portfolio.explain.PositionHistory.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measures a position over the days on which it was held. */
final class PositionReturns {

    /** A day of the position. */
    private record HeldDay(Day day, Standing standing) {}

    private PositionReturns() {}

    /** @param days of the portfolio, by date */
    static PositionPerformance measure(String symbol, List<Day> days) {
        List<HeldDay> held = held(days);
        if (held.isEmpty()) {
            throw Failure.invalid(List.of(new Violation(
                    "/args/symbol", "'" + symbol + "' was not held on any of the last " + days.size() + " days")));
        }
        HeldDay first = held.get(0);
        HeldDay last = held.get(held.size() - 1);
        TimeWeightedReturn base = TimeWeightedReturn.of(held.stream()
                .map(day -> new DatedValue(
                        day.day().date(), BigDecimal.valueOf(day.standing().baseIndex()), BigDecimal.ZERO))
                .toList());
        Optional<Drawdown> drawdown = Drawdown.of(base.wealth());
        SortedMap<String, String> undefined = new TreeMap<>();
        boolean measured = base.total().value().isPresent();
        return new PositionPerformance(
                symbol,
                first.day().date(),
                last.day().date(),
                growth(first.standing().localIndex(), last.standing().localIndex(), measured),
                growth(first.standing().fxIndex(), last.standing().fxIndex(), measured),
                known("total_return", base.total(), undefined),
                known("total_return_annualized", base.annualised(), undefined),
                known("volatility", Volatility.of(base.returns()), undefined),
                drawdown.filter(fall -> measured).map(Drawdown::worst),
                drawdown.flatMap(Drawdown::recovery),
                growth(first.day().wealth(), last.day().wealth(), measured),
                base.returns().size(),
                returns(held),
                undefined);
    }

    /** The days at whose close it was held, and those on which the rest of it was sold. */
    private static List<HeldDay> held(List<Day> days) {
        List<HeldDay> held = new ArrayList<>();
        boolean before = false;
        for (Day day : days) {
            if (day.holding().isPresent()) {
                Standing standing = day.holding().get();
                if (before || standing.weight() != 0) {
                    held.add(new HeldDay(day, standing));
                }
                before = standing.weight() != 0;
            }
        }
        return held;
    }

    private static Optional<Double> growth(double start, double end, boolean measured) {
        return measured && start > 0 ? Optional.of(end / start - 1) : Optional.empty();
    }

    private static List<DayReturn> returns(List<HeldDay> held) {
        List<DayReturn> returns = new ArrayList<>();
        for (int i = 1; i < held.size(); i++) {
            HeldDay before = held.get(i - 1);
            HeldDay day = held.get(i);
            if (before.standing().baseIndex() > 0 && before.day().wealth() > 0) {
                returns.add(new DayReturn(
                        day.day().date(),
                        day.standing().baseIndex() / before.standing().baseIndex() - 1,
                        day.day().wealth() / before.day().wealth() - 1));
            }
        }
        return returns;
    }

    private static Optional<Double> known(String name, Figure figure, SortedMap<String, String> undefined) {
        if (figure.value().isEmpty()) {
            undefined.put(name, figure.reason());
            return Optional.empty();
        }
        return Optional.of(figure.get());
    }
}
