package io.dawsos.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PackBuilderTest {

    private static final LocalDate MONDAY = LocalDate.of(2021, 7, 19);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final PackRule RULE = PackRule.ecbClose(Map.of("NVDA", USD, "KO", USD), List.of(USD, CAD));

    private static Price close(String symbol, int day, String value) {
        return new Price(symbol, new BigDecimal(value), USD, MONDAY.plusDays(day), "Demo");
    }

    private static FxQuote rate(Currency currency, int day, String value) {
        return new FxQuote(EUR, currency, new BigDecimal(value), MONDAY.plusDays(day), "ECB");
    }

    private static final List<FxQuote> RATES = List.of(rate(USD, 0, "1.18"), rate(CAD, 0, "1.50"));

    private static PriceBook build(PackBuilder builder, int day) {
        return builder.build(new PackId(MONDAY.plusDays(day), 1)).orElseThrow().book();
    }

    @Nested
    class ADayWithoutAClose {
        private final PackBuilder builder = new PackBuilder(
                RULE,
                Optional.empty(),
                List.of(
                        close("NVDA", 0, "751.19"),
                        close("KO", 0, "55.74"),
                        close("KO", 1, "56.16"),
                        close("NVDA", 2, "194.10")),
                RATES,
                List.of());

        @Test
        void carriesTheLastCloseForwardWithItsDate() {
            assertThat(build(builder, 1).price("NVDA")).hasValue(close("NVDA", 0, "751.19"));
            assertThat(build(builder, 1).price("KO")).hasValue(close("KO", 1, "56.16"));
        }

        @Test
        void carriesTheLastRateForwardWithItsDate() {
            assertThat(build(builder, 2).quotes()).containsExactlyInAnyOrderElementsOf(RATES);
        }

        @Test
        void neverTakesAnythingFromALaterDay() {
            PackBuilder late = new PackBuilder(
                    PackRule.ecbClose(Map.of("NVDA", USD, "KO", USD, "A", USD, "B", USD, "C", USD), List.of(USD)),
                    Optional.empty(),
                    List.of(
                            close("KO", 0, "1"),
                            close("A", 0, "1"),
                            close("B", 0, "1"),
                            close("C", 0, "1"),
                            close("NVDA", 1, "751")),
                    RATES,
                    List.of());

            assertThat(build(late, 0).price("NVDA")).isEmpty();
            assertThat(build(late, 1).price("NVDA")).isPresent();
        }

        @Test
        void onWhichNothingWasPublishedHasNoPack() {
            assertThat(builder.build(new PackId(MONDAY.plusDays(5), 1))).isEmpty();
            assertThat(builder.days()).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        }
    }

    @Nested
    class ASplitOnADayWithoutAClose {
        private final Split four = new Split("NVDA", MONDAY.plusDays(1), new BigDecimal("4"));
        private final List<Price> closes =
                List.of(close("NVDA", 0, "751.19"), close("KO", 0, "55.74"), close("KO", 1, "56.16"));

        @Test
        void dividesTheCarriedCloseByTheRatio() {
            PackBuilder builder = new PackBuilder(RULE, Optional.empty(), closes, RATES, List.of(four));

            assertThat(build(builder, 0).price("NVDA").orElseThrow().close()).isEqualByComparingTo("751.19");
            assertThat(build(builder, 1).price("NVDA").orElseThrow().close()).isEqualByComparingTo("187.7975");
            assertThat(build(builder, 1).price("NVDA").orElseThrow().date()).isEqualTo(MONDAY);
        }

        @Test
        void isNotAppliedTwiceByThePackThatContinues() {
            PriceBook tuesday = build(new PackBuilder(RULE, Optional.empty(), closes, RATES, List.of(four)), 1);
            PackBuilder next = new PackBuilder(
                    RULE, Optional.of(tuesday), List.of(close("KO", 2, "56.02")), List.of(), List.of(four));

            assertThat(build(next, 2).price("NVDA").orElseThrow().close()).isEqualByComparingTo("187.7975");
        }

        @Test
        void leavesACloseOfTheExDateAlone() {
            PackBuilder builder = new PackBuilder(
                    RULE,
                    Optional.empty(),
                    List.of(close("KO", 0, "55"), close("NVDA", 1, "186.12")),
                    RATES,
                    List.of(four));

            assertThat(build(builder, 1).price("NVDA").orElseThrow().close()).isEqualByComparingTo("186.12");
        }
    }

    @Nested
    class APackThatContinuesAnother {
        @Test
        void isThePackThatWouldHaveBeenBuiltInOneGo() {
            List<Price> monday = List.of(close("NVDA", 0, "751.19"), close("KO", 0, "55.74"));
            List<Price> both = List.of(close("NVDA", 0, "751.19"), close("KO", 0, "55.74"), close("KO", 1, "56.16"));
            PriceBook first = build(new PackBuilder(RULE, Optional.empty(), monday, RATES, List.of()), 0);
            PackBuilder continued =
                    new PackBuilder(RULE, Optional.of(first), List.of(close("KO", 1, "56.16")), List.of(), List.of());

            assertThat(continued.days()).containsExactly(MONDAY.plusDays(1));
            assertThat(PackHash.of("ECB_CLOSE", build(continued, 1)))
                    .isEqualTo(PackHash.of(
                            "ECB_CLOSE", build(new PackBuilder(RULE, Optional.empty(), both, RATES, List.of()), 1)));
        }
    }

    @Nested
    class APackWithTooLittleInIt {
        @Test
        void isRefusedNamingTheMissingSecurities() {
            PackBuilder builder =
                    new PackBuilder(RULE, Optional.empty(), List.of(close("KO", 0, "55.74")), RATES, List.of());

            assertThatThrownBy(() -> build(builder, 0))
                    .isInstanceOf(IncompletePack.class)
                    .hasMessage("No pack for 2021-07-19: nothing was ever published for NVDA,"
                            + " and 80 % of the 2 securities and of the 2 currencies are needed");
        }

        @Test
        void isRefusedNamingTheMissingRates() {
            PackBuilder builder = new PackBuilder(
                    RULE,
                    Optional.empty(),
                    List.of(close("KO", 0, "55.74"), close("NVDA", 0, "751.19")),
                    List.of(rate(USD, 0, "1.18")),
                    List.of());

            assertThatThrownBy(() -> build(builder, 0))
                    .isInstanceOfSatisfying(
                            IncompletePack.class, e -> assertThat(e.missing()).containsExactly("CAD"));
        }
    }
}
