package io.dawsos.metrics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hipparchus.analysis.UnivariateFunction;

/**
 * What cash flows are worth at a rate: {@code f(x) = sum(c_i (1 + x)^(-t_i))} with {@code t_i} the days since the first flow divided by the
 * days of a period. Below 0 the value at the last flow is taken, {@code f(x)(1 + x)^T}: the same zeros and signs, and no power that a number
 * cannot hold. Flows of one day are one flow.
 */
final class PresentValue implements UnivariateFunction {

    private final double[] amounts;
    private final double[] times;
    private final double last;

    /** @param days length of the period that the rate is of */
    PresentValue(List<CashFlow> flows, double days) {
        NavigableMap<LocalDate, Double> byDay = new TreeMap<>();
        flows.forEach(flow -> byDay.merge(flow.date(), flow.amount(), Double::sum));
        byDay.values().removeIf(amount -> amount == 0);
        List<Double> sums = new ArrayList<>();
        List<Double> spans = new ArrayList<>();
        for (Map.Entry<LocalDate, Double> day : byDay.entrySet()) {
            sums.add(day.getValue());
            spans.add(ChronoUnit.DAYS.between(byDay.firstKey(), day.getKey()) / days);
        }
        amounts = sums.stream().mapToDouble(Double::doubleValue).toArray();
        times = spans.stream().mapToDouble(Double::doubleValue).toArray();
        last = times.length == 0 ? 0 : times[times.length - 1];
    }

    @Override
    public double value(double rate) {
        double growth = StrictMath.log1p(rate);
        double base = rate < 0 ? last : 0;
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] * StrictMath.exp(growth * (base - times[i]));
        }
        return sum;
    }

    /** How often the flows change their sign; by Descartes' rule there are no more rates above -1 at which they are worth nothing. */
    int signChanges() {
        int changes = 0;
        for (int i = 1; i < amounts.length; i++) {
            changes += amounts[i] > 0 != amounts[i - 1] > 0 ? 1 : 0;
        }
        return changes;
    }

    /**
     * Whether money stood on one side only at this rate: the balance compounded up to each flow never changes its sign. Then the rate, if
     * it is a zero, is the only one (pure investment; D. Teichroew, A. Robichek, M. Montalbano, Management Science 11, 1965).
     */
    boolean isOneSidedAt(double rate) {
        double growth = StrictMath.log1p(rate);
        double balance = amounts[0];
        for (int i = 1; i < amounts.length; i++) {
            balance *= StrictMath.exp(growth * (times[i] - times[i - 1]));
            if (balance > 0 != amounts[0] > 0) {
                return false;
            }
            balance += amounts[i];
        }
        return true;
    }
}
