package io.dawsos.agent.financialanalyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.capability.Answer;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.testing.Golden;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the analyst says of gains, income, corporate actions and single positions. */
class ExplainingTest {

    private final Desk desk = new Desk();

    private <T> T value(Class<T> type, String capability, Map<String, Object> arguments) {
        return type.cast(desk.call(capability, arguments).value());
    }

    private static Map<String, Object> arguments(String symbol, String flag) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (!symbol.equals("-")) {
            arguments.put("symbol", symbol);
        }
        if (!flag.equals("-")) {
            arguments.put(flag, true);
        }
        return arguments;
    }

    @ParameterizedTest
    @CsvSource({
        "attribution.value_change, -, -",
        "tax.realized_gains, -, -",
        "income.dividends, -, -",
        "income.forecast, -, -",
        "corporate_actions.upcoming, -, -",
        "position.details, AAPL, -",
        "position.performance, RY.TO, -",
        "position.contribution, ASML.AS, -",
        "position.currency_attribution, ASML.AS, -",
        "position.risk, AAPL, -",
        "position.transactions, RY.TO, -"
    })
    void everyAnswerIsTheGoldenOneAndSaysWhereItComesFrom(String capability, String symbol, String flag) {
        Answer<?> answer = desk.call(capability, arguments(symbol, flag));
        assertThat(answer.sources()).containsExactly("ledger:01234567", "pricing_pack:20240110_v1");
        assertThat(answer.providers()).contains("TESTPRICES", "TESTRATES");
        assertThat(answer.asOf()).hasValue(LocalDate.of(2024, 1, 10));
        Golden.file("capabilities/" + capability + ".json").matches(Desk.json(answer));
    }

    @Nested
    class TheChangeOfValue {

        @Test
        void addsUpToTheCentAsItIsWritten() {
            ValueChangeReport report = value(ValueChangeReport.class, "attribution.value_change", Map.of());
            assertThat(report.externalFlows()
                            .add(report.income().total())
                            .add(report.taxes())
                            .add(report.commissions())
                            .add(report.fees())
                            .add(report.realized())
                            .add(report.unrealized())
                            .add(report.fx().total())
                            .add(report.residual()))
                    .isEqualByComparingTo(report.change());
            assertThat(report.residual()).isEqualByComparingTo("0");
            assertThat(report.endValue().subtract(report.startValue())).isEqualByComparingTo(report.change());
        }

        @Test
        void betweenDaysStartsAtTheCloseOfTheFirst() {
            Map<String, Object> range = new LinkedHashMap<>();
            range.put("from", "2024-01-04");
            range.put("to", "2024-01-05");
            ValueChangeReport report = value(ValueChangeReport.class, "attribution.value_change", range);
            assertThat(report.externalFlows()).isEqualByComparingTo("5000");
            assertThat(report.income().dividends()).isEqualByComparingTo("207");
        }
    }

    @Nested
    class ATaxYear {

        @Test
        void withoutASaleIsEmpty() {
            RealizedGainsReport report =
                    value(RealizedGainsReport.class, "tax.realized_gains", Map.of("tax_year", 2023));
            assertThat(report.lots()).isEmpty();
            assertThat(report.from()).isEqualTo(LocalDate.of(2023, 1, 1));
            assertThat(report.to()).isEqualTo(LocalDate.of(2023, 12, 31));
            assertThat(report.total().gain()).isEqualByComparingTo("0");
        }

        @Test
        void afterThePackIsRefused() {
            assertThatThrownBy(() -> desk.call("tax.realized_gains", Map.of("tax_year", 2025)))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED))
                    .hasMessageContaining("'tax_year' 2025 does not lie between 1900 and the year of the pack, 2024");
        }

        @Test
        void isLeftAsideWhenAllYearsAreAskedFor() {
            RealizedGainsReport all = value(RealizedGainsReport.class, "tax.realized_gains", Map.of("all_years", true));
            assertThat(all.lots()).hasSize(1);
            assertThat(all.from()).isEqualTo(LocalDate.of(2024, 1, 8));
        }
    }

    @Nested
    class APosition {

        @ParameterizedTest
        @CsvSource({"position.details", "position.risk"})
        void thatIsNotHeldIsRefusedWithWhatIs(String capability) {
            assertThatThrownBy(() -> desk.call(capability, Map.of("symbol", "TSLA")))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.violations().get(0).pointer())
                                    .isEqualTo("/args/symbol"))
                    .hasMessage("'TSLA' is not held on 2024-01-10; held are AAPL, ASML.AS, RY.TO, XIU.TO");
        }

        @ParameterizedTest
        @CsvSource({"position.performance", "position.contribution", "position.currency_attribution"})
        void thatWasNeverHeldIsRefused(String capability) {
            assertThatThrownBy(() -> desk.call(capability, Map.of("symbol", "TSLA")))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED))
                    .hasMessageContaining("'TSLA' was not held");
        }

        @Test
        void gainsWhatPriceAndExchangeRateMade() {
            PositionDetails details = value(PositionDetails.class, "position.details", Map.of("symbol", "AAPL"));
            assertThat(details.unrealizedPriceEffect()
                            .orElseThrow()
                            .add(details.unrealizedFxEffect().orElseThrow())
                            .add(details.unrealizedInteraction().orElseThrow())
                            .subtract(details.unrealizedPnl().orElseThrow())
                            .abs())
                    .isLessThan(new BigDecimal("1e-20"));
            assertThat(details.lotCount()).isEqualTo(2);
        }

        @Test
        void returnsOverTheDaysHeldWhatTheAttributionSays() {
            PositionPerformance performance =
                    value(PositionPerformance.class, "position.performance", Map.of("symbol", "ASML.AS"));
            PositionAttribution attribution =
                    value(PositionAttribution.class, "position.currency_attribution", Map.of("symbol", "ASML.AS"));
            assertThat(performance.from()).as("day of the purchase").isEqualTo(LocalDate.of(2024, 1, 4));
            assertThat(performance.totalReturn().orElseThrow())
                    .isCloseTo(attribution.totalReturn().orElseThrow(), within(1e-12));
            assertThat(performance.dailyReturns()).hasSize(4);
        }

        @Test
        void contributesWithTheOthersTheReturnOfThePortfolio() {
            double sum = 0;
            for (String symbol : List.of("AAPL", "ASML.AS", "RY.TO", "XIU.TO")) {
                sum += value(PositionContribution.class, "position.contribution", Map.of("symbol", symbol))
                        .totalContribution();
            }
            AttributedReturn whole = value(AttributedReturn.class, "attribution.currency", Map.of());
            double cash = whole.byPosition().stream()
                    .filter(AttributedReturn.PositionRow::cash)
                    .mapToDouble(row -> row.contribution().total())
                    .sum();
            assertThat(sum + cash).isCloseTo(whole.totalReturn().orElseThrow(), within(1e-12));
            assertThat(whole.verification().orElseThrow().identityHolds()).isTrue();
        }

        @Test
        void hasNoRiskFigureFromFiveReturnsButAReason() {
            PositionRisk risk = value(PositionRisk.class, "position.risk", Map.of("symbol", "AAPL"));
            assertThat(risk.componentVar()).isEmpty();
            assertThat(risk.undefined())
                    .containsEntry(
                            "risk", "The risk of a portfolio needs 30 daily returns of everything held, there are 5");
        }
    }

    @Test
    void dividendsOfAnImpossibleRangeAreRefused() {
        assertThatThrownBy(() -> desk.call("income.dividends", Map.of("from", "2024-01-09", "to", "2024-01-05")))
                .isInstanceOf(Failure.class)
                .hasMessage("'from' 2024-01-09 is after 'to' 2024-01-05");
    }
}
