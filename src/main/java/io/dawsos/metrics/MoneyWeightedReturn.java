package io.dawsos.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Money-weighted return: the one rate at which everything paid in, compounded, becomes everything paid out and what is left. It counts when
 * the investor moved money; the time-weighted return does not.
 *
 * <p>{@code sum(c_i (1 + x)^(-d_i / 365)) = 0} with {@code c_i} in the investor's view: the value at the start and deposits negative,
 * withdrawals and the value at the end positive, and {@code d_i} the calendar days since the start; the convention of spreadsheets' XIRR.
 * {@code period = (1 + x)^(D / 365) - 1} over all {@code D} days. Over less than a year the rate of the period itself is solved for
 * ({@code D} for 365), and there is no annual rate.
 *
 * <p>Solutions are looked for in (-0.9999, 10]. Without a change of sign in the flows there is none. Where money stood on one side all the
 * time the solution found is the only one; else the whole interval is scanned for changes of sign, and with several the return is undefined
 * and the reason names them.
 *
 * @param period fraction over all days
 * @param annual fraction a year
 */
public record MoneyWeightedReturn(Figure period, Figure annual) {

    private static final double DAYS_A_YEAR = 365;
    private static final double LOWEST = -0.9999;
    private static final double HIGHEST = 10;
    private static final double ACCURACY = 1e-13;
    private static final int EVALUATIONS = 500;
    private static final int SCANS = 2000;

    /** Of a series of values, by date: its first value is paid in, its last one paid out, the flow of the first day does not count. */
    public static MoneyWeightedReturn of(List<DatedValue> values) {
        if (values.size() < 2) {
            return undefined("A money-weighted return needs two daily values, there are " + values.size());
        }
        List<CashFlow> flows = new ArrayList<>();
        flows.add(flow(values.get(0).date(), values.get(0).value().negate()));
        values.stream()
                .skip(1)
                .filter(day -> day.flow().signum() != 0)
                .forEach(day -> flows.add(flow(day.date(), day.flow().negate())));
        DatedValue last = values.get(values.size() - 1);
        flows.add(flow(last.date(), last.value()));
        return ofFlows(flows);
    }

    private static CashFlow flow(LocalDate date, BigDecimal amount) {
        return new CashFlow(date, amount.doubleValue());
    }

    /** Of cash flows by date, the value at the end among them. */
    public static MoneyWeightedReturn ofFlows(List<CashFlow> flows) {
        long days = flows.isEmpty()
                ? 0
                : ChronoUnit.DAYS.between(
                        flows.get(0).date(), flows.get(flows.size() - 1).date());
        if (days < 1) {
            return undefined("A money-weighted return needs flows on two days");
        }
        boolean annual = days >= DAYS_A_YEAR;
        Figure rate = solve(new PresentValue(flows, annual ? DAYS_A_YEAR : days));
        if (!annual) {
            return new MoneyWeightedReturn(
                    rate, rate.then(ignored -> Figure.undefined("A span of less than a year is not annualised")));
        }
        return new MoneyWeightedReturn(rate.then(x -> Figure.of(StrictMath.pow(1 + x, days / DAYS_A_YEAR) - 1)), rate);
    }

    /** None, for a reason. */
    static MoneyWeightedReturn undefined(String reason) {
        return new MoneyWeightedReturn(Figure.undefined(reason), Figure.undefined(reason));
    }

    private static Figure solve(PresentValue value) {
        if (value.signChanges() == 0) {
            return Figure.undefined("There is no money-weighted return: money flowed in one direction only");
        }
        double low = value.value(LOWEST);
        double high = value.value(HIGHEST);
        if (low > 0 != high > 0) {
            double root = root(value, LOWEST, HIGHEST);
            if (value.signChanges() == 1 || value.isOneSidedAt(root)) {
                return Figure.of(root);
            }
        }
        List<Double> roots = scan(value);
        return switch (roots.size()) {
            case 0 -> Figure.undefined("There is no money-weighted return between -99.99 % and 1000 %");
            case 1 -> Figure.of(roots.get(0));
            default ->
                Figure.undefined("There are " + roots.size() + " money-weighted returns: "
                        + roots.stream().map(MoneyWeightedReturn::percent).collect(Collectors.joining(", ")));
        };
    }

    /** Every change of sign on a grid that is even in {@code log(1 + x)}. */
    private static List<Double> scan(PresentValue value) {
        double start = StrictMath.log1p(LOWEST);
        double step = (StrictMath.log1p(HIGHEST) - start) / SCANS;
        List<Double> roots = new ArrayList<>();
        double before = LOWEST;
        double valueBefore = value.value(before);
        for (int i = 1; i <= SCANS; i++) {
            double rate = i == SCANS ? HIGHEST : StrictMath.expm1(start + i * step);
            double here = value.value(rate);
            if (here == 0) {
                roots.add(rate);
            } else if (valueBefore != 0 && here > 0 != valueBefore > 0) {
                roots.add(root(value, before, rate));
            }
            before = rate;
            valueBefore = here;
        }
        return roots;
    }

    private static double root(PresentValue value, double low, double high) {
        return new BrentSolver(ACCURACY, ACCURACY, Double.MIN_NORMAL).solve(EVALUATIONS, value, low, high);
    }

    private static String percent(double rate) {
        return BigDecimal.valueOf(100 * rate)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .toPlainString() + " %";
    }
}
