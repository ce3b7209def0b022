package io.dawsos.metrics;

import static io.dawsos.metrics.TestingValues.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWeightedReturnTest {

    /** The reference cases: values at the close with the flow of the day in brackets. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no flows         | 100000 110000 121000                                               | 0.21
            deposit          | 100000 120000 220000(100000) 198000                                | 0.08
            withdrawal       | 100000 120000 20000(-100000) 22000                                 | 0.32
            several flows    | 100000 105000 205000(100000) 215000 115000(-100000) 120000         | 0.149098621
            losses           | 100000 90000 81000                                                 | -0.19
            zero start       | 0 100000(100000) 110000                                            | 0.10
            single period    | 100000 110000                                                      | 0.10
            large deposit    | 10000 11000 111000(100000) 122000                                   | 0.209009009
            precision        | 100000.12345 110000.67890                                          | 0.100005431
            before a deposit | 100000 150000(50000) 165000                                        | 0.10
            """)
    void isTheGrowthOfOneUnit(String name, String values, double expected) {
        assertThat(TimeWeightedReturn.of(series(values)).total().get()).as(name).isCloseTo(expected, within(1e-9));
    }

    /** The acceptance cases: 100,000 become 110,000 over 2024; and with 50,000 paid in at mid-year, 165,000. */
    @Nested
    class Of2024 {

        private DatedValue on(String day, String value, String flow) {
            return new DatedValue(LocalDate.parse(day), new BigDecimal(value), new BigDecimal(flow));
        }

        @Test
        void isTenPerCent() {
            assertThat(TimeWeightedReturn.of(
                                    List.of(on("2024-01-01", "100000", "100000"), on("2024-12-31", "110000", "0")))
                            .total()
                            .get())
                    .isCloseTo(0.10, within(1e-12));
        }

        @Test
        void isTenPerCentWhateverIsPaidIn() {
            assertThat(TimeWeightedReturn.of(List.of(
                                    on("2024-01-01", "100000", "100000"),
                                    on("2024-07-01", "150000", "50000"),
                                    on("2024-12-31", "165000", "0")))
                            .total()
                            .get())
                    .isCloseTo(0.10, within(1e-12));
        }
    }

    @Nested
    class WithoutASingleDailyReturn {

        @Test
        void isUndefinedAndNotZero() {
            Figure total = TimeWeightedReturn.of(series("0 0")).total();
            assertThat(total.value()).isEmpty();
            assertThat(total.reason()).startsWith("No valid returns");
        }

        @Test
        void saysHowManyValuesThereAre() {
            assertThat(TimeWeightedReturn.of(series("100000")).total().reason())
                    .isEqualTo("Insufficient data: a return needs two daily values, there are 1");
        }

        @Test
        void isNotAnnualisedForTheSameReason() {
            assertThat(TimeWeightedReturn.of(List.of()).annualised().reason())
                    .isEqualTo("Insufficient data: a return needs two daily values, there are 0");
        }
    }

    @Nested
    class Annualised {

        private DatedValue on(String day, String value) {
            return new DatedValue(LocalDate.parse(day), new BigDecimal(value), BigDecimal.ZERO);
        }

        @Test
        void isTheSameOverAYearOf365Days() {
            TimeWeightedReturn twr = TimeWeightedReturn.of(List.of(on("2023-01-01", "100"), on("2024-01-01", "110")));
            assertThat(twr.annualised().get()).isCloseTo(0.10, within(1e-12));
        }

        @Test
        void countsCalendarDaysAndNotValues() {
            TimeWeightedReturn twr = TimeWeightedReturn.of(List.of(on("2022-01-01", "100"), on("2024-01-01", "121")));
            assertThat(twr.annualised().get()).isCloseTo(0.10, within(1e-12));
        }

        @Test
        void beginsWithTheFirstMoneyAndNotWithTheFirstValue() {
            TimeWeightedReturn twr = TimeWeightedReturn.of(List.of(
                    on("2013-01-01", "0"),
                    new DatedValue(LocalDate.parse("2023-01-01"), new BigDecimal("100"), new BigDecimal("100")),
                    on("2024-01-01", "110")));
            assertThat(twr.annualised().get()).isCloseTo(0.10, within(1e-12));
        }

        @Test
        void isUndefinedWithinOneDay() {
            TimeWeightedReturn twr = TimeWeightedReturn.of(List.of(on("2023-01-01", "100"), on("2023-01-01", "110")));
            assertThat(twr.total().get()).isCloseTo(0.10, within(1e-12));
            assertThat(twr.annualised().reason()).isEqualTo("A span of less than a day is not annualised");
        }

        @Test
        void isUndefinedWhenNoNumberHoldsIt() {
            TimeWeightedReturn twr = TimeWeightedReturn.of(List.of(on("2023-01-01", "1"), on("2023-01-02", "100")));
            assertThat(twr.annualised().reason()).isEqualTo("The annual rate of 1 days is beyond any number");
        }
    }

    @Test
    void theWealthIndexBeginsWithOneAndIgnoresFlows() {
        assertThat(TimeWeightedReturn.of(series("100000 120000 220000(100000) 198000"))
                        .wealth())
                .extracting(WealthPoint::wealth)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(1.0, 1.2, 1.2, 1.08);
    }
}
