package io.dawsos.agent.financialanalyst;

import static io.dawsos.agent.financialanalyst.Desk.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.capability.Answer;
import io.dawsos.capability.AnswerJson;
import io.dawsos.failure.FailureReason;
import io.dawsos.testing.Golden;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialAnalystTest {

    private final Desk desk = new Desk();

    @Nested
    class EveryAnswer {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ledger.positions",
                    "portfolio.get_valued_positions",
                    "metrics.compute_twr",
                    "metrics.compute_returns",
                    "metrics.compute_mwr",
                    "metrics.compute_volatility",
                    "metrics.compute_sharpe",
                    "metrics.compute_sortino",
                    "metrics.compute_drawdown",
                    "metrics.compute_benchmark",
                    "metrics.summary",
                    "risk.compute_var",
                    "attribution.currency",
                    "portfolio.historical_nav"
                })
        void isTheGoldenOneAndSaysWhereItComesFrom(String capability) {
            Answer<?> answer = desk.call(capability, Map.of());
            assertThat(answer.sources()).containsExactly("ledger:01234567", "pricing_pack:20240110_v1");
            assertThat(answer.providers()).containsExactly("TESTPRICES", "TESTRATES");
            assertThat(answer.asOf()).hasValue(LocalDate.of(2024, 1, 10));
            Golden.file("capabilities/" + capability + ".json").matches(Desk.json(answer));
        }

        @Test
        void aboutSectorsIsTheGoldenOne() {
            Answer<?> answer = desk.call(
                    "portfolio.sector_allocation",
                    Map.of(
                            "valued_positions",
                            desk.call("portfolio.get_valued_positions", Map.of())
                                    .value()));
            Golden.file("capabilities/portfolio.sector_allocation.json").matches(Desk.json(answer));
        }

        @Test
        void ofChartsIsTheGoldenOne() {
            Golden.file("capabilities/charts.overview.json").matches(Desk.json(charts()));
        }

        @Test
        void isTheSameUnderItsOtherName() {
            assertThat(desk.call("metrics.currency_attribution", Map.of()))
                    .isEqualTo(desk.call("attribution.currency", Map.of()));
        }
    }

    private Answer<?> charts() {
        Object valued = desk.call("portfolio.get_valued_positions", Map.of()).value();
        return desk.call(
                "charts.overview",
                Map.of(
                        "valued_positions", valued,
                        "perf_metrics",
                                desk.call("metrics.compute_twr", Map.of()).value(),
                        "currency_attr",
                                desk.call("attribution.currency", Map.of()).value(),
                        "sector_allocation",
                                desk.call("portfolio.sector_allocation", Map.of("valued_positions", valued))
                                        .value(),
                        "historical_nav",
                                desk.call("portfolio.historical_nav", Map.of()).value()));
    }

    @Test
    void theOverviewReadsTheHistoryFourTimes() {
        charts();
        assertThat(desk.history().calls())
                .containsExactlyInAnyOrder("holdings", "lastValues", "lastValues", "lastAttribution");
    }

    @Test
    void applyPackValuesWhatTheLedgerSaysAsGetValuedPositionsDoes() {
        Object positions = desk.call("ledger.positions", Map.of()).value();
        Answer<?> applied = desk.call("pricing.apply_pack", Map.of("positions", positions));
        assertThat(applied).isEqualTo(desk.call("portfolio.get_valued_positions", Map.of()));
    }

    @Test
    void applyPackTakesPositionsFromJsonToo() {
        Object positions = desk.call("ledger.positions", Map.of()).value();
        JsonNode json = AnswerJson.exact().valueToTree(positions);
        assertThat(Desk.json(desk.call("pricing.apply_pack", Map.of("positions", json))))
                .isEqualTo(Desk.json(desk.call("pricing.apply_pack", Map.of("positions", positions))));
    }

    @Test
    void aPriceCarriedForwardIsAWarning() {
        assertThat(desk.call("portfolio.get_valued_positions", Map.of()).warnings())
                .containsExactly("The price of XIU.TO is of 2024-01-09, carried forward to 2024-01-10");
    }

    @Test
    void contributionsAddUpToTheTimeWeightedReturn() {
        AttributedReturn attribution = desk.value(AttributedReturn.class, "attribution.currency", Map.of());
        PerformanceMetrics metrics = desk.value(PerformanceMetrics.class, "metrics.compute_twr", Map.of());
        double sum = attribution.byPosition().stream()
                .mapToDouble(row -> row.contribution().total())
                .sum();
        assertThat(sum).isCloseTo(metrics.twr().orElseThrow(), within(1e-12));
        assertThat(attribution.totalReturn().orElseThrow()).isCloseTo(sum, within(1e-12));
    }

    @Test
    void sectorsAddUpToTheValueOfThePortfolioAndToOne() {
        ValuedPositions valued = desk.value(ValuedPositions.class, "portfolio.get_valued_positions", Map.of());
        SectorWeights sectors =
                desk.value(SectorWeights.class, "portfolio.sector_allocation", Map.of("valued_positions", valued));
        assertThat(sectors.totalValue()).isEqualByComparingTo(valued.totalValue());
        assertThat(sectors.sectors())
                .extracting(SectorWeights.Sector::sector)
                .containsExactlyInAnyOrder("Information Technology", "Cash", "Financials", "Funds");
        assertThat(sectors.sectors().stream()
                        .flatMap(sector -> sector.weight().stream())
                        .mapToDouble(BigDecimal::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Nested
    class UndefinedFigures {

        private final PerformanceMetrics metrics =
                desk.value(PerformanceMetrics.class, "metrics.compute_twr", Map.of("lookback_days", 2));

        @Test
        void areEmptyWithTheirReason() {
            assertThat(metrics.volatility()).isEmpty();
            assertThat(metrics.sharpeRatio()).isEmpty();
            assertThat(metrics.undefined())
                    .containsEntry("volatility", "Volatility needs two daily returns, there are 1")
                    .containsEntry("sharpe_ratio", "Volatility needs two daily returns, there are 1");
        }

        @Test
        void leaveTheOthersAlone() {
            assertThat(metrics.twr()).isPresent();
            assertThat(metrics.undefined()).containsOnlyKeys("volatility", "sharpe_ratio");
        }
    }

    @Nested
    class APortfolioOfAnotherUser {

        @Test
        void doesNotExist() {
            Map<String, Object> other = Map.of("portfolio_id", UUID.fromString("99999999-9999-9999-9999-999999999999"));
            fails(() -> desk.call("ledger.positions", other), FailureReason.PORTFOLIO_NOT_FOUND);
            assertThat(desk.history().calls()).isEmpty();
        }
    }

    @Nested
    class WithoutAPortfolio {

        @Test
        void nothingIsRead() {
            fails(
                    () -> desk.call("metrics.compute_twr", Map.of(), Optional.empty()),
                    FailureReason.VALIDATION_FAILED,
                    "/args/portfolio_id: 'portfolio_id' is missing, and the execution is about no portfolio");
        }
    }

    @Nested
    class AnotherPack {

        @ParameterizedTest
        @ValueSource(strings = {"ledger.positions", "metrics.compute_twr", "attribution.currency"})
        void isRefused(String capability) {
            fails(
                    () -> desk.call(capability, Map.of("pack_id", "20240109_v1")),
                    FailureReason.VALIDATION_FAILED,
                    "/args/pack_id: '20240109_v1' is not the pack of this execution, 20240110_v1;"
                            + " ask for another day with 'asof'");
        }
    }

    @Nested
    class AnUnknownSecurity {

        private final ValuedPositions valued = new ValuedPositions(
                Currency.getInstance("CAD"),
                List.of(position("NEW.TO", Optional.of(new BigDecimal("60"))), position("GONE.TO", Optional.empty())),
                List.of(new ValuedPositions.Cash(
                        Currency.getInstance("CAD"), new BigDecimal("40"), Optional.of(new BigDecimal("40")))),
                new BigDecimal("60"),
                new BigDecimal("40"),
                new BigDecimal("100"));

        private ValuedPositions.Position position(String symbol, Optional<BigDecimal> value) {
            return new ValuedPositions.Position(
                    symbol,
                    Optional.empty(),
                    BigDecimal.ONE,
                    value,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    value,
                    BigDecimal.ONE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        @Test
        void standsUnderUnclassifiedAndOneWithoutValueNowhere() {
            Answer<?> answer = desk.call("portfolio.sector_allocation", Map.of("valued_positions", valued));
            assertThat(((SectorWeights) answer.value()).sectors())
                    .extracting(
                            sector -> sector.sector() + " " + sector.weight().orElseThrow())
                    .containsExactly("Unclassified 0.6", "Cash 0.4");
            assertThat(answer.warnings())
                    .containsExactly(
                            "NEW.TO is not in the security master and stands under Unclassified",
                            "GONE.TO is not in the security master and stands under Unclassified",
                            "GONE.TO has no value and stands in no sector");
        }
    }

    @Test
    void withoutResultsThereAreNoCharts() {
        assertThat(desk.call("charts.overview", Map.of()).value()).isEqualTo(List.of());
    }
}
