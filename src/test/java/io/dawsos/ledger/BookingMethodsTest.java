package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.ledger.beancount.JournalException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lots a sale takes. */
class BookingMethodsTest {

    /** Ten at 50, ten at 70 and ten at 60. */
    private static final String THREE_LOTS = """
            2024-01-02 * "Buy"
              Assets:Stocks  10 RY.TO {50.00 CAD}
              Assets:Cash  -500.00 CAD
            2024-01-03 * "Buy"
              Assets:Stocks  10 RY.TO {70.00 CAD}
              Assets:Cash  -700.00 CAD
            2024-01-04 * "Buy"
              Assets:Stocks  10 RY.TO {60.00 CAD}
              Assets:Cash  -600.00 CAD
            """;

    private static LedgerBook read(String method, String entries) {
        return Journals.read(
                TestingSource.of(TestingJournal.HEAD.replace("\"FIFO\"", '"' + method + '"') + entries),
                "main.beancount",
                "c0ffee");
    }

    private static String sale(String units, String cost) {
        return """
                2024-02-01 * "Sell"
                  Assets:Stocks  -%s RY.TO %s @ 80.00 CAD
                  Assets:Cash
                  Income:Gains  -1.00 CAD
                """.formatted(units, cost);
    }

    private static String gain(String units, String cash) {
        return """
                2024-02-01 * "Sell"
                  Assets:Stocks  -%s RY.TO {} @ 80.00 CAD
                  Assets:Cash  %s CAD
                  Income:Gains
                """.formatted(units, cash);
    }

    private static List<String> open(LedgerBook book) {
        return book.lots().stream()
                .filter(lot -> lot.until().isEmpty())
                .map(lot -> lot.quantity().toPlainString() + " x "
                        + lot.unitCost().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static String refusal(String method, String entries) {
        try {
            read(method, entries);
        } catch (JournalException e) {
            return e.faults().get(0).what();
        }
        throw new AssertionError("It was booked");
    }

    @ParameterizedTest
    @CsvSource({
        // 15 at 80 = 1200; what they cost, and what stays
        "FIFO, 350.00, 5 x 70 | 10 x 60", // 10 at 50, 5 at 70
        "LIFO, 250.00, 10 x 50 | 5 x 70", // 10 at 60, 5 at 70
        "HIFO, 200.00, 10 x 50 | 5 x 60", // 10 at 70, 5 at 60
        "AVERAGE, 300.00, 15 x 60", // 15 at 60
    })
    void theMethodOfTheJournalDecides(String method, String gain, String left) {
        LedgerBook book = read(method, THREE_LOTS + gain("15", "1200.00"));
        assertThat(book.transactions().get(3).realizedGain()).isEqualByComparingTo(gain);
        assertThat(String.join(" | ", open(book))).isEqualTo(left);
    }

    @Test
    void anAccountMayHaveItsOwn() {
        String own = "2024-01-01 open Assets:Registered \"LIFO\"\n" + THREE_LOTS
                + THREE_LOTS.replace("Assets:Stocks", "Assets:Registered")
                + gain("15", "1200.00").replace("Assets:Stocks", "Assets:Registered");
        assertThat(open(read("FIFO", own)))
                // the second of each day is registered, and the youngest of those are gone
                .containsExactly("10 x 50", "10 x 50", "10 x 70", "5 x 70", "10 x 60");
    }

    @ParameterizedTest
    @CsvSource({"FIFO", "LIFO", "HIFO", "STRICT"})
    void bracesThatNameALotOverrideTheMethod(String method) {
        assertThat(open(read(method, THREE_LOTS + sale("4", "{70.00 CAD}").replace("-1.00", "-40.00"))))
                .containsExactly("10 x 50", "6 x 70", "10 x 60");
        assertThat(open(read(method, THREE_LOTS + sale("4", "{2024-01-04}").replace("-1.00", "-80.00"))))
                .containsExactly("10 x 50", "10 x 70", "6 x 60");
    }

    @Nested
    class Strict {

        @Test
        void listsTheCandidatesWhenTheLotIsNotNamed() {
            assertThat(refusal("STRICT", THREE_LOTS + sale("4", "{}")))
                    .isEqualTo("4 RY.TO {} may be taken from several lots; name one:"
                            + " {50.00 CAD, 2024-01-02} with 10 open, {70.00 CAD, 2024-01-03} with 10 open,"
                            + " {60.00 CAD, 2024-01-04} with 10 open");
        }

        @Test
        void needsNoNameWhenAllUnitsGo() {
            assertThat(open(read("STRICT", THREE_LOTS + gain("30", "2400.00")))).isEmpty();
        }

        @Test
        void takesEquallyNamedLotsInTheirOrder() {
            String twins = THREE_LOTS
                    + THREE_LOTS
                            .replace("2024-01-03", "2024-01-02")
                            .replace("70.00", "50.00")
                            .replace("700.00", "500.00");
            assertThat(open(read(
                            "STRICT",
                            twins + sale("15", "{50.00 CAD, 2024-01-02}").replace("-1.00", "-450.00"))))
                    .hasSize(5);
        }
    }

    @Nested
    class AtAverageCost {

        private static final String DOLLARS = """
                2024-01-02 * "Buy"
                  fx_rate: 1.30
                  Assets:Stocks  10 KO {50.00 USD}
                  Assets:Cash  -500.00 USD
                2024-01-05 * "Buy"
                  fx_rate: 1.40
                  Assets:Stocks  30 KO {60.00 USD}
                  Assets:Cash  -1800.00 USD
                """;

        @Test
        void costAndRateAreThoseOfThePool() {
            LotPeriod pool = read("AVERAGE", DOLLARS).lots().get(1);
            // (10 x 50 + 30 x 60) / 40; (500 x 1.30 + 1800 x 1.40) / 2300
            assertThat(pool.unitCost()).isEqualByComparingTo("57.5");
            assertThat(pool.costBase().doubleValue()).isEqualTo(3170.0);
            assertThat(pool.acquired()).isEqualTo("2024-01-02");
            assertThat(pool.lot()).isEqualTo(1);
        }

        @Test
        void aSaleLeavesTheAverageAsItIs() {
            LedgerBook book = read("AVERAGE", DOLLARS + """
                    2024-01-09 * "Sell"
                      fx_rate: 1.35
                      Assets:Stocks  -16 KO {} @ 70.00 USD
                      Assets:Cash  1120.00 USD
                      Income:Gains
                    """);
            assertThat(book.transactions().get(2).realizedGain()).isEqualByComparingTo("200.00");
            assertThat(book.lots().get(2).unitCost()).isEqualByComparingTo("57.5");
            assertThat(book.lots().get(2).quantity()).isEqualByComparingTo("24");
            assertThat(book.lots().get(2).costBase().doubleValue()).isEqualTo(3170.0 * 24 / 40);
        }

        @Test
        void anAverageThatDoesNotEndIsBalancedByAWholeGain() {
            LedgerBook book = read("AVERAGE", """
                    2024-01-02 * "Buy"
                      Assets:Stocks  1 RY.TO {10 CAD}
                      Assets:Cash  -10 CAD
                    2024-01-03 * "Buy"
                      Assets:Stocks  2 RY.TO {20 CAD}
                      Assets:Cash  -40 CAD
                    2024-01-04 * "Sell all"
                      Assets:Stocks  -3 RY.TO {} @ 30 CAD
                      Assets:Cash  90 CAD
                      Income:Gains  -40 CAD
                    """);
            assertThat(book.transactions().get(2).realizedGain()).isEqualByComparingTo("40");
            assertThat(open(book)).isEmpty();
        }

        @Test
        void aNamedLotIsRefused() {
            assertThat(refusal("AVERAGE", THREE_LOTS + sale("4", "{70.00 CAD}")))
                    .isEqualTo("RY.TO is held at average cost, which {70.00 CAD} cannot name; write {}");
        }

        @Test
        void aPurchaseInAnotherCurrencyIsRefused() {
            assertThat(refusal("AVERAGE", DOLLARS + """
                            2024-01-08 * "Buy"
                              Assets:Stocks  1 KO {80.00 CAD}
                              Assets:Cash  -80.00 CAD
                            """))
                    .isEqualTo("KO in Assets:Stocks is held at average cost in USD; a purchase in CAD belongs into an"
                            + " account of its own");
        }

        @Test
        void sellingMoreThanThePoolIsRefused() {
            assertThat(refusal("AVERAGE", THREE_LOTS + sale("31", "{}")))
                    .isEqualTo("31 RY.TO {} are taken out, but only 30 are open in Assets:Stocks");
        }
    }

    @Test
    void anUnknownMethodIsRefused() {
        assertThatThrownBy(() -> read("NONE", ""))
                .hasMessageContaining(
                        "main.beancount:3: booking method 'NONE' is not supported; supported are FIFO, LIFO,"
                                + " HIFO, AVERAGE, STRICT");
        assertThat(refusal("FIFO", "2024-01-01 open Assets:Other \"HILO\"\n"))
                .startsWith("booking method 'HILO' is not supported");
    }
}
