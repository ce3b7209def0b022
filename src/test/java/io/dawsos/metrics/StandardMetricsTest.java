package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.metrics.StandardMetrics.Yardstick;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardMetricsTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
    private static final LocalDate LAST = LocalDate.of(2024, 5, 17);
    private static final Yardstick YARDSTICK = new Yardstick(
            RiskFree.FIXED, "XIU.TO", BenchmarkSeries.of("XIU.TO", Currency.getInstance("CAD"), List.of()));

    /** A value for every weekday: 1,000 and one more a day. */
    private static List<DatedValue> history(LocalDate from, LocalDate to) {
        List<DatedValue> values = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                values.add(new DatedValue(day, BigDecimal.valueOf(1000L + values.size()), BigDecimal.ZERO));
            }
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_DAY, 1d, 2024-05-16",
        "MONTH, mtd, 2024-04-30",
        "QUARTER, qtd, 2024-03-29",
        "YEAR, ytd, 2023-12-29",
        "ONE_YEAR, 1y, 2023-05-17",
        "THREE_YEARS, 3y, 2021-05-17",
        "INCEPTION, inception, 2021-01-04"
    })
    void aRangeIsMeasuredFromTheLastCloseOnOrBeforeItsStart(StandardRange range, String label, LocalDate from) {
        StandardRange.Stretch stretch = range.of(history(FIRST, LAST));

        assertThat(range.label()).isEqualTo(label);
        assertThat(stretch.values().get(0).date()).isEqualTo(from);
        assertThat(stretch.values().get(stretch.values().size() - 1).date()).isEqualTo(LAST);
    }

    @Test
    void aRangeThatBeginsBeforeTheHistoryIsUndefined() {
        StandardRange.Stretch stretch = StandardRange.FIVE_YEARS.of(history(FIRST, LAST));

        assertThat(stretch.timeWeighted().total())
                .isEqualTo(Figure.undefined("The history begins on 2021-01-04, after 2019-05-17"));
        assertThat(stretch.moneyWeighted().annual().reason())
                .isEqualTo("The history begins on 2021-01-04, after 2019-05-17");
        assertThat(StandardRange.MONTH.of(List.of()).reason()).isEqualTo("There is no history");
    }

    @Nested
    class OfALongHistory {

        private final List<DatedValue> history = history(FIRST, LAST);
        private final StandardMetrics metrics = StandardMetrics.of(history, YARDSTICK);

        private double figure(StandardFigure name) {
            return metrics.figure(name).get();
        }

        @Test
        void areThoseOfTheRangesAndWindows() {
            double last = history.get(history.size() - 1).value().doubleValue();

            assertThat(figure(StandardFigure.TWR_1D)).isCloseTo(1 / (last - 1), within(1e-12));
            assertThat(figure(StandardFigure.TWR_INCEPTION)).isCloseTo(last / 1000 - 1, within(1e-12));
            assertThat(figure(StandardFigure.MWR_INCEPTION)).isCloseTo(last / 1000 - 1, within(1e-9));
            assertThat(figure(StandardFigure.MWR_INCEPTION_ANN))
                    .isCloseTo(figure(StandardFigure.TWR_INCEPTION_ANN), within(1e-9));
            assertThat(figure(StandardFigure.VOLATILITY_30D))
                    .isEqualTo(Window.last(30, history).volatility().get());
            assertThat(figure(StandardFigure.MAX_DRAWDOWN_INCEPTION)).isZero();
        }

        @Test
        void sayWhyAFigureIsMissing() {
            assertThat(metrics.figure(StandardFigure.TWR_5Y).reason()).startsWith("The history begins");
            assertThat(metrics.figure(StandardFigure.BETA_252D).reason()).isEqualTo("No pack has a price of XIU.TO");
        }

        @Test
        void knowTheirDays() {
            assertThat(metrics.from()).hasValue(FIRST);
            assertThat(metrics.to()).hasValue(LAST);
            assertThat(metrics.observations()).isEqualTo(history.size());
        }
    }

    @Test
    void aYearThatIsNoYearHasNoAnnualRate() {
        StandardMetrics metrics = StandardMetrics.of(history(LAST.minusDays(300), LAST), YARDSTICK);

        assertThat(metrics.figure(StandardFigure.TWR_INCEPTION).value()).isPresent();
        assertThat(metrics.figure(StandardFigure.TWR_INCEPTION_ANN))
                .isEqualTo(Figure.undefined("A span of less than a year is not annualised"));
        assertThat(metrics.figure(StandardFigure.BETA_252D).reason())
                .isEqualTo("252 daily returns are needed, there are 214");
    }

    @Test
    void nothingIsKnownOfNoHistory() {
        StandardMetrics metrics =
                StandardMetrics.of(List.of(new DatedValue(LAST, BigDecimal.ZERO, BigDecimal.ZERO)), YARDSTICK);

        assertThat(metrics.from()).isEmpty();
        assertThat(metrics.value()).isEmpty();
        assertThat(metrics.figures().values())
                .allSatisfy(figure -> assertThat(figure.value()).isEmpty());
    }

    @Test
    void aFigureThatIsForgottenIsAFault() {
        StandardMetrics whole = StandardMetrics.of(history(FIRST, LAST), YARDSTICK);
        EnumMap<StandardFigure, Figure> fewer = new EnumMap<>(whole.figures());
        fewer.remove(StandardFigure.TWR_1D);

        assertThatThrownBy(() -> new StandardMetrics(
                        whole.from(),
                        whole.to(),
                        whole.value(),
                        whole.observations(),
                        whole.riskFree(),
                        whole.benchmark(),
                        new TreeMap<>(fewer)))
                .hasMessageContaining("not all");
    }
}
