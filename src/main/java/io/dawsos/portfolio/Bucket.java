package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** One holding on its way through the days: what it was worth, what flowed in, and what it has contributed so far. */
final class Bucket {

    private final String name;
    private final boolean cash;
    private final Currency currency;

    /** Value at the close before, flow since, value at the close, all in the currency of the holding. */
    private BigDecimal start = BigDecimal.ZERO;

    private BigDecimal flow = BigDecimal.ZERO;
    private BigDecimal end = BigDecimal.ZERO;

    /** What conversions gained against the day's rates, in base currency. */
    private BigDecimal execution = BigDecimal.ZERO;

    private double localIndex = 1;
    private double fxIndex = 1;
    private double localSum;
    private double fxSum;
    private double interactionSum;

    Bucket(String name, boolean cash, Currency currency) {
        this.name = name;
        this.cash = cash;
        this.currency = currency;
    }

    /** Where the rows of a day left it; what it is worth there is closed and ended by the caller. */
    static Bucket continuing(HoldingDay row) {
        Bucket bucket = new Bucket(row.holding(), row.cash(), row.currency());
        bucket.localIndex = row.localIndex();
        bucket.fxIndex = row.fxIndex();
        bucket.localSum = row.localSum();
        bucket.fxSum = row.fxSum();
        bucket.interactionSum = row.interactionSum();
        return bucket;
    }

    Currency currency() {
        return currency;
    }

    void flowIn(BigDecimal amount) {
        flow = flow.add(amount);
    }

    void executedAt(BigDecimal difference) {
        execution = execution.add(difference);
    }

    void closeAt(BigDecimal value) {
        end = value;
    }

    /** Adds what a member holds, so that this is the total of its members. */
    void include(Bucket member) {
        start = start.add(member.start);
        flow = flow.add(member.flow);
        end = end.add(member.end);
        execution = execution.add(member.execution);
    }

    BigDecimal value() {
        return end;
    }

    /** Attributes the day's gain; see {@link DailyHistory} for the formulas. */
    void attribute(DayStep step) {
        // sold long ago: its currency may have left the packs
        if (start.signum() == 0 && end.signum() == 0 && flow.signum() == 0 && execution.signum() == 0) {
            return;
        }
        BigDecimal rateBefore = step.rateBefore(currency);
        BigDecimal rateChange = step.today().rate(currency).subtract(rateBefore);
        BigDecimal gain = end.subtract(start).subtract(flow);
        localSum += step.contribution(gain.multiply(rateBefore).add(execution).doubleValue());
        fxSum += step.contribution(start.multiply(rateChange).doubleValue());
        interactionSum += step.contribution(gain.multiply(rateChange).doubleValue());
        if (start.signum() > 0) {
            localIndex *= growth(gain);
            fxIndex *= 1 + rateChange.doubleValue() / rateBefore.doubleValue();
        }
    }

    private double growth(BigDecimal gain) {
        double onStart = 1 + gain.doubleValue() / start.doubleValue();
        if (onStart >= 0) {
            return onStart;
        }
        double onStartAndInflow =
                1 + gain.doubleValue() / start.add(flow.max(BigDecimal.ZERO)).doubleValue();
        return onStartAndInflow >= 0 ? onStartAndInflow : 1;
    }

    /** Makes the close the start of the next day. */
    void endDay() {
        start = end;
        reset();
    }

    /** Forgets the members included, so that a total can be built anew. */
    void startTotal() {
        start = BigDecimal.ZERO;
        end = BigDecimal.ZERO;
        reset();
    }

    private void reset() {
        flow = BigDecimal.ZERO;
        execution = BigDecimal.ZERO;
    }

    HoldingDay row(LocalDate date, double weight) {
        return new HoldingDay(date, name, cash, currency, weight, localIndex, fxIndex, localSum, fxSum, interactionSum);
    }
}
