package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.metrics.ValueAtRisk;
import io.dawsos.portfolio.DailyValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code risk.compute_var}. Losses are positive; fractions, and amounts in base currency on the last value.
 *
 * @param method how it was measured: {@code historical}
 * @param confidence share of the days on which the loss is not exceeded
 * @param observations number of daily returns, flows removed
 * @param varTenDays of one day times the square root of ten
 * @param cvarOneDay mean loss of the days at or beyond the value at risk
 * @param undefined reason by name of the figure
 */
public record VarMetrics(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String method,
        double confidence,
        int observations,
        Optional<Double> varOneDay,
        Optional<Double> varTenDays,
        Optional<Double> cvarOneDay,
        @Amount Optional<BigDecimal> varOneDayAmount,
        @Amount Optional<BigDecimal> cvarOneDayAmount,
        Currency baseCurrency,
        SortedMap<String, String> undefined) {
    public VarMetrics {
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }

    static VarMetrics of(Series series, double confidence, Currency base) {
        TimeWeightedReturn twr = TimeWeightedReturn.of(series.dated());
        ValueAtRisk risk = ValueAtRisk.of(twr.returns(), confidence);
        Figures figures = new Figures();
        return new VarMetrics(
                series.first(),
                series.last(),
                "historical",
                confidence,
                twr.returns().size(),
                figures.known("var_one_day", risk.oneDay()),
                figures.known("var_ten_days", risk.tenDays()),
                figures.known("cvar_one_day", risk.conditional()),
                amount(risk.oneDay(), series.values()),
                amount(risk.conditional(), series.values()),
                base,
                figures.undefined());
    }

    private static Optional<BigDecimal> amount(Figure fraction, List<DailyValue> values) {
        return fraction.value().isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1).value().multiply(BigDecimal.valueOf(fraction.get())));
    }
}
