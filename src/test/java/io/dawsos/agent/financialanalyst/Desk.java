package io.dawsos.agent.financialanalyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.capability.Agent;
import io.dawsos.capability.Answer;
import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityMethod;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingActions;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPackIndicators;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPortfolioHistory;
import io.dawsos.testing.TestingPortfolioMetrics;
import io.dawsos.testing.TestingPriceHistory;
import io.dawsos.testing.TestingPricingPacks;
import io.dawsos.testing.TestingSecurities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A financial analyst with one small portfolio in three currencies: a deposit, conversions, purchases, a dividend, a fee, a sale and a
 * split in six trading days. On the last day the price of the fund is a day old.
 */
final class Desk {

    static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID PORTFOLIO = UUID.fromString("11111111-1111-1111-1111-111111111111");
    static final PackId LAST = PackId.parse("20240110_v1");

    private final TestingPortfolioHistory history = new TestingPortfolioHistory(ledger(), packs());
    private final TestingPackIndicators indicators = new TestingPackIndicators();
    private final TestingPortfolioMetrics metrics = new TestingPortfolioMetrics();
    private final CapabilityRegistry registry;

    Desk() {
        TestingSecurities securities = securities();
        Explanations explanations = TestingExplanations.of(ledger(), packs(), actions());
        registry = CapabilityRegistry.of(Agent.named(
                "financial_analyst",
                new LedgerCapabilities(history),
                new PricingCapabilities(new TestingPricingPacks(packs()), securities),
                new PortfolioCapabilities(history, securities),
                new MetricsCapabilities(
                        history,
                        new Benchmarks(new TestingPriceHistory(packs()), securities, indicators, "XIU.TO"),
                        metrics),
                new RiskCapabilities(history),
                new AttributionCapabilities(history, explanations),
                new PositionCapabilities(history, securities, explanations),
                new TaxCapabilities(explanations),
                new IncomeCapabilities(explanations),
                new CorporateActionsCapabilities(explanations),
                new ChartsCapabilities()));
    }

    static TestingSecurities securities() {
        return new TestingSecurities()
                .equity("AAPL", "Apple Inc.", "USD", "Information Technology")
                .equity("ASML.AS", "ASML Holding N.V.", "EUR", "Information Technology")
                .equity("RY.TO", "Royal Bank of Canada", "CAD", "Financials")
                .fund("XIU.TO", "iShares S&P/TSX 60", "CAD");
    }

    static LedgerBook ledger() {
        return new TestingJournal("CAD")
                .on("2024-01-03")
                .deposit("CAD", "100000.00")
                .convert("CAD", "33500.00", "USD", "25000.00")
                .convert("CAD", "22050.00", "EUR", "15000.00")
                .buy("AAPL", "USD", "100", "184.25", "4.95", "1.336600")
                .buy("RY.TO", "CAD", "150", "132.10", "9.95", "1")
                .on("2024-01-04")
                .buy("ASML.AS", "EUR", "20", "640.50", "5.00", "1.461800")
                .buy("XIU.TO", "CAD", "300", "31.80", "9.95", "1")
                .on("2024-01-05")
                .deposit("CAD", "5000.00")
                .dividend("RY.TO", "207.00")
                .on("2024-01-08")
                .fee("CAD", "25.00")
                .sell("RY.TO", "50", "133.40", "9.95")
                .on("2024-01-09")
                .split("AAPL", 2)
                .buy("AAPL", "USD", "10", "92.60", "4.95", "1.340100")
                .book();
    }

    /** A declared dividend of Apple and one of the bank whose ex-date is over; a split that the ledger knows already. */
    static List<CorporateAction> actions() {
        return List.of(
                TestingActions.dividend("AAPL", "2024-02-09", "2024-02-15", "0.24", "USD", "2024-01-05"),
                TestingActions.dividend("RY.TO", "2024-01-09", "2024-02-23", "1.38", "CAD", "2023-11-30"),
                TestingActions.split("AAPL", "2024-01-09", "2", "1"));
    }

    private static TestingPacks pack(String day, String apple, String asml, String royal, String dollar, String euro) {
        return TestingPacks.on(day)
                .price("AAPL", apple, "USD")
                .price("ASML.AS", asml, "EUR")
                .price("RY.TO", royal, "CAD")
                .rate("EUR", "USD", dollar)
                .rate("EUR", "CAD", euro);
    }

    static List<PriceBook> packs() {
        return List.of(
                pack("2024-01-03", "184.25", "641.20", "132.80", "1.0919", "1.4574")
                        .price("XIU.TO", "31.72", "CAD")
                        .book(),
                pack("2024-01-04", "181.91", "637.40", "132.45", "1.0953", "1.4618")
                        .price("XIU.TO", "31.66", "CAD")
                        .book(),
                pack("2024-01-05", "181.18", "636.10", "132.92", "1.0921", "1.4608")
                        .price("XIU.TO", "31.74", "CAD")
                        .book(),
                pack("2024-01-08", "185.56", "651.30", "133.51", "1.0946", "1.4645")
                        .price("XIU.TO", "31.95", "CAD")
                        .book(),
                pack("2024-01-09", "92.57", "654.70", "132.98", "1.0940", "1.4661")
                        .price("XIU.TO", "31.81", "CAD")
                        .book(),
                pack("2024-01-10", "93.095", "659.00", "132.61", "1.0946", "1.4660")
                        .price("XIU.TO", "31.81", "CAD", LocalDate.of(2024, 1, 9))
                        .book());
    }

    static ExecutionContext context(Optional<UUID> portfolio) {
        return new ExecutionContext(
                USER,
                UUID.fromString("22222222-2222-2222-2222-222222222222"),
                "0af7651916cd43dd8448eb211c80319c",
                Instant.parse("2024-01-10T22:15:30Z"),
                LAST.date(),
                LAST,
                List.of("TESTPRICES", "TESTRATES"),
                TestingJournal.COMMIT,
                portfolio,
                Currency.getInstance("CAD"));
    }

    TestingPortfolioHistory history() {
        return history;
    }

    TestingPackIndicators indicators() {
        return indicators;
    }

    TestingPortfolioMetrics metrics() {
        return metrics;
    }

    CapabilityRegistry registry() {
        return registry;
    }

    /** Binds and calls a capability as a step of a pattern does. */
    Answer<?> call(String capability, Map<String, Object> arguments) {
        return call(capability, arguments, Optional.of(PORTFOLIO));
    }

    Answer<?> call(String capability, Map<String, Object> arguments, Optional<UUID> portfolio) {
        CapabilityMethod method = registry.find(capability).orElseThrow();
        try {
            return method.call(method.bind(arguments), context(portfolio));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of an answer. */
    <T> T value(Class<T> type, String capability, Map<String, Object> arguments) {
        return type.cast(call(capability, arguments).value());
    }

    /** That a call fails so, with all its violations as {@code pointer: message}. */
    static void fails(ThrowingCallable call, FailureReason reason, String... messages) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.violations())
                    .extracting(violation -> violation.pointer() + ": " + violation.message())
                    .containsExactly(messages);
        });
    }

    /** An answer as a client sees it, one member a line. */
    static String json(Answer<?> answer) {
        try {
            return AnswerJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
