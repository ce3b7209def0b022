package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.Discrepancy.Kind;
import io.dawsos.nightly.StoredBook.Held;
import io.dawsos.nightly.StoredBook.Unvalued;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten AAPL bought at 195.89 USD, 1,000 CAD and -17.25 USD, against what a database could hold instead. */
class BookComparisonTest {

    private static final LocalDate DAY = TestingRows.MONDAY;
    private static final LedgerBook LEDGER = TestingRows.book(TestingRows.COMMIT);
    private static final PackDraft PACK = TestingRows.draft(new PackId(DAY, 1), "195.89");
    private static final BigDecimal COST =
            new BigDecimal("10").multiply(new BigDecimal("195.89")).multiply(new BigDecimal("1.339812"));

    private final SortedMap<String, Held> positions = new TreeMap<>();
    private final SortedMap<String, BigDecimal> cash = new TreeMap<>();
    private Optional<BigDecimal> value = Optional.empty();
    private Optional<Unvalued> unvalued = Optional.empty();

    BookComparisonTest() {
        positions.put("AAPL", new Held(new BigDecimal("10.000"), COST));
        cash.put("CAD", new BigDecimal("1000"));
        cash.put("USD", new BigDecimal("-17.25"));
        value = Optional.of(value("10"));
    }

    private static BigDecimal value(String units) {
        BigDecimal dollar =
                PACK.book().fx(TestingRows.USD, TestingRows.CAD).orElseThrow().rate();
        return new BigDecimal(units)
                .multiply(new BigDecimal("195.89"))
                .multiply(dollar)
                .add(new BigDecimal("1000"))
                .subtract(new BigDecimal("17.25").multiply(dollar));
    }

    private BookComparison comparison(PriceBook prices) {
        return new BookComparison(stored(), LEDGER, prices);
    }

    private List<String> found() {
        return comparison(PACK.book()).compare().stream()
                .map(each -> each.account() + " " + each.kind())
                .toList();
    }

    @Test
    void whatIsTheSameIsFoundToBeSo() {
        BookComparison comparison = comparison(PACK.book());
        assertThat(comparison.compare()).isEmpty();
        assertThat(comparison.compared()).isEqualTo(3);
        assertThat(comparison.maxErrorBps()).isEqualByComparingTo("0");
    }

    @Nested
    class Quantities {
        @ParameterizedTest
        @CsvSource({"10.0000000001", "9.9999999999"})
        void agreeExactly(BigDecimal units) {
            positions.put("AAPL", new Held(units, COST));
            assertThat(found()).containsExactly("AAPL QUANTITY_MISMATCH");
        }

        @Test
        void thatDifferMuchMakeTheValueDifferToo() {
            positions.put("AAPL", new Held(new BigDecimal("11"), COST));
            assertThat(found()).containsExactly("AAPL QUANTITY_MISMATCH", "AAPL VALUATION_MISMATCH");
            Discrepancy first = comparison(PACK.book()).compare().get(0);
            assertThat(first.stored()).contains(new BigDecimal("11"));
            assertThat(first.booked()).contains(new BigDecimal("10"));
            assertThat(first.errorBps().orElseThrow()).isEqualByComparingTo("1000");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01, true", "-0.01, true", "0.0101, false", "-0.0101, false"})
    void costAgreesWithinACent(BigDecimal off, boolean agrees) {
        positions.put("AAPL", new Held(BigDecimal.TEN, COST.add(off)));
        assertThat(found().contains("AAPL COST_MISMATCH")).isEqualTo(!agrees);
    }

    @ParameterizedTest
    @CsvSource({"1000.01, true", "999.99, true", "1000.02, false", "-1000, false"})
    void cashAgreesWithinACent(BigDecimal amount, boolean agrees) {
        cash.put("CAD", amount);
        assertThat(found().contains("CAD CASH_MISMATCH")).isEqualTo(!agrees);
    }

    @Test
    void cashOfACurrencyThatOneSideLacksCountsAsNone() {
        cash.remove("USD");
        cash.put("EUR", new BigDecimal("0.009"));
        assertThat(found()).containsExactly("USD CASH_MISMATCH");
        cash.put("EUR", new BigDecimal("5"));
        assertThat(found()).containsExactly("EUR CASH_MISMATCH", "USD CASH_MISMATCH");
    }

    @Test
    void aPositionMissingOnEitherSideIsFound() {
        positions.remove("AAPL");
        positions.put("XIU.TO", new Held(BigDecimal.ONE, BigDecimal.ONE));
        List<Discrepancy> found = comparison(PACK.book()).compare();
        assertThat(found).extracting(Discrepancy::account).containsExactly("AAPL", "XIU.TO");
        assertThat(found).allMatch(each -> each.kind() == Kind.MISSING_POSITION);
        assertThat(found.get(0).stored()).isEmpty();
        assertThat(found.get(0).details()).isEqualTo("It is held in the ledger and not in the database");
        assertThat(found.get(1).booked()).isEmpty();
        assertThat(found.get(1).details()).isEqualTo("It is held in the database and not in the ledger");
    }

    @Nested
    class TheValueOfThePortfolio {
        @ParameterizedTest
        @CsvSource({"1.0001, true", "0.9999, true", "1.00011, false", "0.99989, false"})
        void agreesWithinABasisPoint(BigDecimal factor, boolean agrees) {
            value = Optional.of(value("10").multiply(factor));
            BookComparison comparison = comparison(PACK.book());
            assertThat(comparison.compare().isEmpty()).isEqualTo(agrees);
            assertThat(comparison.maxErrorBps()).isPositive();
        }

        @Test
        void mustBeThere() {
            value = Optional.empty();
            assertThat(found()).containsExactly("TOTAL VALUATION_MISMATCH");
        }
    }

    @Nested
    class APackThatLacksSomething {

        private static final PriceBook WITHOUT_APPLE = new PriceBook(
                new PackId(DAY, 1),
                List.of(PACK.book().price("XIU.TO").orElseThrow()),
                PACK.book().quotes());
        private static final PriceBook WITHOUT_RATES =
                new PriceBook(new PackId(DAY, 1), PACK.book().prices(), List.of());

        private void unvalued(String... missing) {
            value = Optional.empty();
            unvalued = Optional.of(new Unvalued(List.of(missing), Optional.empty()));
        }

        private static String only(BookComparison comparison) {
            List<Discrepancy> found = comparison.compare();
            assertThat(comparison.unvalued()).isEmpty();
            assertThat(found).extracting(Discrepancy::kind).containsExactly(Kind.VALUATION_MISMATCH);
            assertThat(found.get(0).account()).isEqualTo("TOTAL");
            return found.get(0).details();
        }

        @Test
        void leavesNeitherSideAValueAndThatIsTold() {
            unvalued("price of AAPL");
            BookComparison comparison = comparison(WITHOUT_APPLE);
            assertThat(comparison.compare()).isEmpty();
            assertThat(comparison.unvalued()).containsExactly("price of AAPL");
            unvalued("rate USD/CAD");
            BookComparison rates = comparison(WITHOUT_RATES);
            assertThat(rates.compare()).isEmpty();
            assertThat(rates.unvalued()).containsExactly("rate USD/CAD");
        }

        /** Lira came and went on a day of which no pack has their rate: nothing of them is held, and yet the day has no value. */
        @Test
        void ofWhatOnlyMovedSinceTheLastValuedDayLeavesNoValueEither() {
            LedgerBook book = withLira();
            unvalued("rate TRY/CAD");
            BookComparison comparison = new BookComparison(stored(), book, PACK.book());
            assertThat(comparison.compare()).isEmpty();
            assertThat(comparison.unvalued()).containsExactly("rate TRY/CAD");

            unvalued = Optional.of(new Unvalued(List.of("rate TRY/CAD"), Optional.of(DAY)));
            assertThat(only(new BookComparison(stored(), book, PACK.book())))
                    .isEqualTo(
                            "The database has no value of the day under this pack: it lacks rate TRY/CAD, and the pack has"
                                    + " what the ledger needs");
        }

        @Test
        void whileTheDatabaseHasAValueIsADifference() {
            assertThat(only(comparison(WITHOUT_APPLE)))
                    .isEqualTo("The database has a value of the day, though the pack lacks price of AAPL");
        }

        @Test
        void ofWhichTheDatabaseSaysNothingIsADifference() {
            value = Optional.empty();
            assertThat(only(comparison(WITHOUT_APPLE)))
                    .isEqualTo(
                            "The database has neither a value of the day under this pack nor a reason; it lacks price of"
                                    + " AAPL");
        }

        @Test
        void otherThanWhatTheDatabaseSaysIsADifference() {
            unvalued("price of XIU.TO");
            assertThat(only(comparison(WITHOUT_APPLE)))
                    .isEqualTo(
                            "The day has no value in the database for want of price of XIU.TO, by the ledger for want of"
                                    + " price of AAPL");
        }

        @Test
        void accordingToTheDatabaseAndInTruthNotIsADifference() {
            unvalued("price of AAPL");
            assertThat(only(comparison(PACK.book()))).contains("it lacks price of AAPL, and the pack has");
        }
    }

    private StoredBook stored() {
        return new StoredBook(ALICES, TestingRows.COMMIT, positions, cash, value, unvalued);
    }

    private static LedgerBook withLira() {
        return TestingRows.withLira(LEDGER, DAY);
    }

    /** What a database would hold that converted a dividend at the rate of its ex-date, beside the cash of the pay date. */
    @ParameterizedTest
    @CsvSource({"32.64, 32.16", "28.90, 28.475", "32.82, 32.40"})
    void aDividendAtTheRateOfItsExDateIsFound(BigDecimal paid, BigDecimal wrong) {
        LedgerBook book = inCash(paid);
        positions.clear();
        cash.clear();
        cash.put("CAD", paid);
        value = Optional.of(paid);
        assertThat(new BookComparison(stored(), book, PACK.book()).compare()).isEmpty();
        cash.put("CAD", wrong);
        value = Optional.of(wrong);
        BookComparison comparison = new BookComparison(stored(), book, PACK.book());
        assertThat(comparison.compare())
                .extracting(Discrepancy::kind)
                .containsExactly(Kind.CASH_MISMATCH, Kind.VALUATION_MISMATCH);
        assertThat(comparison.maxErrorBps()).isGreaterThan(BigDecimal.ONE);
    }

    private static LedgerBook inCash(BigDecimal amount) {
        return new LedgerBook(
                TestingRows.COMMIT,
                "main.beancount",
                TestingRows.CAD,
                List.of(),
                List.of(),
                List.of(new CashPeriod(TestingRows.CAD, DAY, Optional.empty(), amount)));
    }

    @Test
    void theExampleOfTheSpecificationIsNineThousandthsOfABasisPoint() {
        BigDecimal database = new BigDecimal("250342.18");
        BigDecimal ledger = new BigDecimal("250341.95");
        cash.clear();
        positions.clear();
        cash.put("CAD", database);
        value = Optional.of(database);
        LedgerBook book = inCash(ledger);
        BookComparison comparison = new BookComparison(stored(), book, PACK.book());
        assertThat(comparison.compare()).extracting(Discrepancy::kind).containsExactly(Kind.CASH_MISMATCH);
        assertThat(comparison.maxErrorBps()).isBetween(new BigDecimal("0.0091"), new BigDecimal("0.0092"));
    }
}
