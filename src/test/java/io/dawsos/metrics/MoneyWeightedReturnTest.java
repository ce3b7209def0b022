package io.dawsos.metrics;

import static io.dawsos.metrics.TestingValues.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyWeightedReturnTest {

    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    private static MoneyWeightedReturn of(String... flows) {
        List<CashFlow> all = new ArrayList<>();
        for (String flow : flows) {
            String[] parts = flow.split(" ", -1);
            all.add(new CashFlow(LocalDate.parse(parts[0]), Double.parseDouble(parts[1])));
        }
        return MoneyWeightedReturn.ofFlows(all);
    }

    /** The reference case: money came in late and met the fall, so that the investor lost although the portfolio gained 8 %. */
    @Test
    void ofALateDepositIsNegativeWhereTheTimeWeightedOneIsPositive() {
        MoneyWeightedReturn mwr = of("2024-01-01 -100000", "2024-07-01 -100000", "2024-12-31 198000");

        assertThat(mwr.annual().get()).isCloseTo(-0.013306, within(5e-7));
        assertThat(mwr.period().get()).as("of 365 days").isCloseTo(mwr.annual().get(), within(1e-12));
        assertThat(TestingValues.twr("100000 120000 220000(100000) 198000")
                        .total()
                        .get())
                .isCloseTo(0.08, within(1e-12));
    }

    @Test
    void equalsTheGrowthWhenNoMoneyMoved() {
        MoneyWeightedReturn mwr = of("2022-01-01 -100", "2024-01-01 121");

        assertThat(mwr.annual().get()).isCloseTo(0.10, within(1e-12));
        assertThat(mwr.period().get()).isCloseTo(0.21, within(1e-12));
    }

    @Test
    void ofDailyValuesPaysTheFirstInAndTheLastOut() {
        MoneyWeightedReturn mwr = MoneyWeightedReturn.of(series("100(100) 160(50) 165"));

        // over two days: -100 - 50 / (1 + x)^(1/2) + 165 / (1 + x) = 0
        double root = (-50 + Math.sqrt(2500 + 4 * 100 * 165)) / 200;
        assertThat(mwr.period().get()).isCloseTo(root * root - 1, within(1e-10));
    }

    @Nested
    class OverLessThanAYear {

        private final MoneyWeightedReturn mwr = of("2024-01-01 -100", "2024-01-04 103");

        @Test
        void isTheRateOfThePeriod() {
            assertThat(mwr.period().get()).as("a year of it would be 3,500 %").isCloseTo(0.03, within(1e-12));
        }

        @Test
        void isNotAnnualised() {
            assertThat(mwr.annual()).isEqualTo(Figure.undefined("A span of less than a year is not annualised"));
        }
    }

    @Nested
    class WithoutASolution {

        @Test
        void saysSoWhenMoneyFlowedOneWay() {
            assertThat(of("2022-01-01 -100", "2023-01-01 -50", "2024-01-01 0").annual())
                    .isEqualTo(
                            Figure.undefined("There is no money-weighted return: money flowed in one direction only"));
        }

        @Test
        void saysSoWhenTheFlowsNeverBalance() {
            // x^2 - x + 1 has no real zero
            assertThat(of("2022-01-01 -100", "2023-01-01 100", "2024-01-01 -100")
                            .annual())
                    .isEqualTo(Figure.undefined("There is no money-weighted return between -99.99 % and 1000 %"));
        }

        @Test
        void saysSoWhenTheRateIsBeyondReason() {
            assertThat(of("2022-01-01 -1", "2023-01-01 100").annual().reason())
                    .isEqualTo("There is no money-weighted return between -99.99 % and 1000 %");
        }

        @Test
        void saysHowManyValuesThereAre() {
            assertThat(MoneyWeightedReturn.of(series("100")).period().reason())
                    .isEqualTo("A money-weighted return needs two daily values, there are 1");
            assertThat(MoneyWeightedReturn.ofFlows(List.of()).period().reason())
                    .isEqualTo("A money-weighted return needs flows on two days");
        }
    }

    @Nested
    class WithSeveralSolutions {

        @Test
        void isUndefinedAndNamesThem() {
            // (1.1 - x)(1.2 - x) = 0 in the growth of a year
            assertThat(of("2022-01-01 -100", "2023-01-01 230", "2024-01-01 -132")
                            .annual())
                    .isEqualTo(Figure.undefined("There are 2 money-weighted returns: 10.00 %, 20.00 %"));
        }

        @Test
        void isFoundThoughTheEndsOfTheIntervalDifferInSign() {
            // (1.1 - x)(1.2 - x)(1.5 - x) = 0
            assertThat(of("2021-01-01 -1000", "2022-01-01 3800", "2023-01-01 -4770", "2024-01-01 1980")
                            .annual()
                            .reason())
                    .isEqualTo("There are 3 money-weighted returns: 10.00 %, 20.00 %, 50.00 %");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.07", "-0.35", "1.8", "-0.97"})
    void isTheRateThatEverythingGrewAt(double rate) {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<DatedValue> values = new ArrayList<>();
            double value = 1000;
            int days = 366 + random.nextInt(4000);
            for (int day = 0; day <= days; day++) {
                boolean moves = day > 0 && random.nextInt(200) == 0;
                double flow = moves ? value * (random.nextDouble() - 0.4) : 0;
                value += flow;
                values.add(new DatedValue(START.plusDays(day), new BigDecimal(value), new BigDecimal(flow)));
                value *= Math.pow(1 + rate, 1 / 365.0);
            }
            assertThat(MoneyWeightedReturn.of(values).annual().get())
                    .as("seed %d", seed)
                    .isCloseTo(rate, within(1e-7));
        }
    }

    @Test
    void isNoNumberThatOverflowsAfterACentury() {
        assertThat(of("1900-01-01 -100", "1960-01-01 -100", "2023-12-31 40000")
                        .annual()
                        .get())
                .isBetween(0.04, 0.06);
    }
}
