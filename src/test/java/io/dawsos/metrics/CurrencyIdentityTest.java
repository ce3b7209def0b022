package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.testing.TestingPortfolioHistory;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random portfolios against a plain account of the same days that shares no code with what is tested. */
class CurrencyIdentityTest {

    private static final int CASES = 1_000;
    private static final int DAYS = 25;

    /** A tenth of a basis point, the product's promise; the plain account itself is exact to far less. */
    private static final Offset<Double> TENTH_OF_A_BASIS_POINT = within(0.00001);

    private final RandomRange range = new RandomRange();

    /** A random range of a random book, both ends included in its days. */
    private static final class RandomRange {
        private int from;
        private int to;

        private void draw(long seed) {
            from = (int) (seed % (DAYS - 2));
            to = from + 1 + (int) (seed * 31 % (DAYS - 1 - from));
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addsUpWithinATenthOfABasisPoint(long seed) {
        RandomBook book = new RandomBook(seed, DAYS);
        List<HistoryDay> days = DailyHistory.of(book.ledger(), book.packs());
        range.draw(seed);
        AttributionWindow window = TestingPortfolioHistory.window(
                days,
                book.days().get(range.from).date(),
                book.days().get(range.to).date());
        CurrencyAttribution attribution = CurrencyAttribution.of(window);

        assertThat(attribution.portfolio().total())
                .as("seed %d, portfolio", seed)
                .isCloseTo(twr(book), TENTH_OF_A_BASIS_POINT);
        assertThat(TimeWeightedReturn.of(days.subList(range.from, range.to + 1).stream()
                                .map(day -> DatedValue.of(day.value()))
                                .toList())
                        .total()
                        .get())
                .as("seed %d, time-weighted return", seed)
                .isCloseTo(attribution.portfolio().total(), within(1e-12));
        assertThat(AttributionCheck.of(window, attribution).largestBps())
                .as("seed %d, own check", seed)
                .isLessThan(1e-7);
        attribution.holdings().forEach(row -> check(seed, book, row, row.name()::equals));
        attribution
                .currencies()
                .forEach(row -> check(
                        seed,
                        book,
                        row,
                        holding -> RandomBook.currencyOf(holding).equals(row.name())));
        assertThat(Effects.sum(attribution.currencies().stream()
                                .map(CurrencyAttribution.Row::contribution)
                                .toList())
                        .total())
                .as("seed %d, sum of currencies", seed)
                .isCloseTo(attribution.portfolio().total(), within(1e-12));
    }

    private double twr(RandomBook book) {
        double growth = 1;
        for (int i = range.from + 1; i <= range.to; i++) {
            RandomBook.Day day = book.days().get(i);
            growth *= (day.value() - day.flow()) / book.days().get(i - 1).value();
        }
        return growth - 1;
    }

    private void check(long seed, RandomBook book, CurrencyAttribution.Row row, Predicate<String> members) {
        double wealth = 1;
        double contribution = 0;
        double fx = 0;
        double growth = 1;
        double fxGrowth = 1;
        for (int i = range.from + 1; i <= range.to; i++) {
            RandomBook.Day day = book.days().get(i);
            double before = book.days().get(i - 1).value();
            double start = 0;
            double startAtNewRate = 0;
            double end = 0;
            for (Map.Entry<String, RandomBook.Move> entry : day.moves().entrySet()) {
                if (members.test(entry.getKey())) {
                    RandomBook.Move move = entry.getValue();
                    start += move.start() * move.rateBefore();
                    startAtNewRate += move.start() * move.rate();
                    end += (move.end() - move.flow()) * move.rate();
                }
            }
            contribution += wealth * (end - start + execution(day, members)) / before;
            fx += wealth * (startAtNewRate - start) / before;
            growth *= start > 0 ? end / start : 1;
            fxGrowth *= start > 0 ? startAtNewRate / start : 1;
            wealth *= (day.value() - day.flow()) / before;
        }
        String what = "seed " + seed + ", " + row.name();
        assertThat(row.contribution().total())
                .as("%s, contribution", what)
                .isCloseTo(contribution, TENTH_OF_A_BASIS_POINT);
        assertThat(row.contribution().fx())
                .as("%s, currency contribution", what)
                .isCloseTo(fx, TENTH_OF_A_BASIS_POINT);
        Effects rates = row.rates().orElseThrow();
        assertThat(rates.total()).as("%s, own return", what).isCloseTo(growth - 1, TENTH_OF_A_BASIS_POINT);
        assertThat(rates.fx()).as("%s, own currency return", what).isCloseTo(fxGrowth - 1, TENTH_OF_A_BASIS_POINT);
        assertThat((1 + rates.local()) * (1 + rates.fx()) - 1)
                .as("%s, identity", what)
                .isCloseTo(rates.total(), within(1e-12));
    }

    private static double execution(RandomBook.Day day, Predicate<String> members) {
        return day.execution().entrySet().stream()
                .filter(entry -> members.test(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
