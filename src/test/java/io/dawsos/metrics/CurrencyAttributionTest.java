package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.metrics.CurrencyAttribution.PeriodReturn;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.HoldingDay;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyAttributionTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 2);
    private static final LocalDate TO = LocalDate.of(2024, 12, 31);

    /** The third line is the reference's own example with its interaction put right: 0.0005 and 0.0235 break the identity. */
    @ParameterizedTest
    @CsvSource({
        "0.0150, -0.0025, -0.0000375, 0.0124625",
        "0.0500, 0.0200, 0.0010, 0.0710",
        "0.0180, 0.0050, 0.00009, 0.02309"
    })
    void oneHoldingCompounds(double local, double fx, double interaction, double total) {
        Effects effects = Effects.compound(local, fx);
        assertThat(effects.interaction()).isCloseTo(interaction, within(1e-15));
        assertThat(effects.total()).isCloseTo(total, within(1e-15));
    }

    @Test
    void aFallingRateIsALoss() {
        assertThat(Effects.compound(0, 1.48 / 1.50 - 1).total()).isCloseTo(-0.013333, within(1e-6));
    }

    @Test
    void aSinglePeriodWeighsWithTheStart() {
        Effects effects = CurrencyAttribution.singlePeriod(
                List.of(new PeriodReturn(0.6, 0.10, 0), new PeriodReturn(0.4, 0.02, 0.05)));
        assertThat(effects.local()).isCloseTo(0.068, within(1e-15));
        assertThat(effects.fx()).isCloseTo(0.020, within(1e-15));
        assertThat(effects.interaction()).isCloseTo(0.0004, within(1e-15));
        assertThat(effects.total()).isCloseTo(0.0884, within(1e-15));
    }

    private static HoldingDay row(LocalDate date, String name, double weight, double index, double sum) {
        return new HoldingDay(date, name, false, Currency.getInstance("USD"), weight, index, 1, sum, 0, 0);
    }

    @Nested
    class OverAWindow {

        private final CurrencyAttribution attribution = CurrencyAttribution.of(new AttributionWindow(
                FROM,
                TO,
                2,
                2.5,
                List.of(row(FROM, "OLD", 0, 1.5, 0.3), row(FROM, "KEPT", 1, 2, 0.7)),
                List.of(
                        row(TO, "NEW", 0.4, 1.1, 0.1),
                        row(TO, "KEPT", 0.6, 2.4, 1.1),
                        row(TO, "OLD", 0, 1.5, 0.3),
                        row(TO, "currency:USD", 1, 1.2, 1.5))));

        @Test
        void ratesAreTheGrowthOfTheIndex() {
            assertThat(attribution.holdings().get(0).rates().orElseThrow().local())
                    .isCloseTo(0.2, within(1e-12));
        }

        @Test
        void contributionsAreTheDifferenceOfTheSumsByTheWealthAtTheStart() {
            assertThat(attribution.holdings().get(0).contribution().local()).isCloseTo(0.2, within(1e-12));
        }

        @Test
        void aNewHoldingBeginsFromNothing() {
            assertThat(attribution.holdings().get(1).name()).isEqualTo("NEW");
            assertThat(attribution.holdings().get(1).contribution().local()).isCloseTo(0.05, within(1e-12));
        }

        @Test
        void whatWasSoldBeforeIsLeftOut() {
            assertThat(attribution.holdings())
                    .extracting(CurrencyAttribution.Row::name)
                    .containsExactly("KEPT", "NEW");
        }

        @Test
        void theTotalOfACurrencyIsNoHolding() {
            assertThat(attribution.currencies())
                    .extracting(CurrencyAttribution.Row::name)
                    .containsExactly("USD");
            assertThat(attribution.portfolio().total()).isCloseTo(2.5 / 2 - 1, within(1e-12));
        }
    }

    @Test
    void whatLostEverythingBeforeTheRangeHasNoRate() {
        CurrencyAttribution attribution = CurrencyAttribution.of(new AttributionWindow(
                FROM, TO, 1, 1, List.of(row(FROM, "GONE", 0, 0, -1)), List.of(row(TO, "GONE", 0.1, 0, -1))));
        assertThat(attribution.holdings().get(0).rates()).isEmpty();
    }

    @Test
    void refusesARangeThatBeginsWithoutWealth() {
        assertThatThrownBy(() -> CurrencyAttribution.of(new AttributionWindow(FROM, TO, 0, 1, List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-01-02");
    }
}
