package io.dawsos.portfolio.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.metrics.RandomBook;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingPortfolioHistory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random portfolios with trades, splits, conversions, flows, dividends and fees: what is explained is all there is. */
class ExplanationPropertyTest {

    private static final int DAYS = 25;
    private static final BigDecimal DUST = new BigDecimal("1e-15");

    /** Two closes of a random portfolio, and what its ledger says in between. */
    private record Range(ClosingState from, ClosingState to, Facts facts, TransactionRates rates) {

        static Range draw(long seed) {
            RandomBook random = new RandomBook(seed, DAYS);
            LedgerBook ledger = random.ledger();
            List<PriceBook> packs = random.packs();
            TestingPortfolioHistory history = new TestingPortfolioHistory(ledger, packs);
            int first = (int) (seed % (DAYS - 2));
            int last = first + 1 + (int) (seed * 31 % (DAYS - 1 - first));
            ClosingState from = close(history, ledger, packs.get(first));
            ClosingState to = close(history, ledger, packs.get(last));
            Facts facts = TestingExplanations.facts(ledger, from.date().plusDays(1), to.date(), Optional.empty());
            return new Range(from, to, facts, new TransactionRates(ledger.base(), packs));
        }

        private static ClosingState close(TestingPortfolioHistory history, LedgerBook ledger, PriceBook pack) {
            PortfolioScope scope =
                    new PortfolioScope(new UUID(0, 1), new UUID(0, 2), ledger.base(), ledger.commit(), pack.pack());
            return new ClosingState(history.holdings(scope), ledger.base());
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theChangeOfValueLeavesNoResidual(long seed) {
        Range range = Range.draw(seed);
        ValueChange change = ValueChange.between(range.from(), range.to(), range.facts(), range.rates());
        assertThat(change.warnings()).isEmpty();
        assertThat(change.residual().abs()).as("seed %d", seed).isLessThan(DUST);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theEffectsOfTwoPacksAddUpToTheirDifference(long seed) {
        Range range = Range.draw(seed);
        List<PackDiff.Row> rows = new PackComparison(range.from(), range.from(), range.to(), range.facts()).rows();
        BigDecimal sum =
                rows.stream().map(row -> row.effects().orElseThrow().total()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .as("seed %d", seed)
                .isEqualByComparingTo(range.to().value().subtract(range.from().value()));
    }
}
