package io.dawsos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.TestingSource;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingPacks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The daily history goes on over corporate actions as if nothing had happened but what the market did. */
class CorporateActionHistoryTest {

    private static final String HEAD = """
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            2024-01-01 open Assets:Cash
            2024-01-01 open Assets:Stocks
            2024-01-01 open Equity:Capital
            2024-01-01 open Expenses:Withholding:US
            2024-01-01 open Income:Gains
            2024-01-02 * "Deposit"
              Assets:Cash  13500.00 CAD
              Equity:Capital
            2024-01-02 * "Convert"
              fx_rate: 1.35
              Assets:Cash  -13500.00 CAD @@ 10000.00 USD
              Assets:Cash  10000.00 USD
            2024-01-02 * "Buy"
              id: "buy"
              fx_rate: 1.35
              Assets:Stocks  100 OLD {100.00 USD}
              Assets:Cash  -10000.00 USD
            """;

    private static TestingPacks pack(String day, String old) {
        return TestingPacks.on(day).price("OLD", old, "USD").rate("USD", "CAD", "1.35");
    }

    private static List<HistoryDay> history(String entries, TestingPacks... packs) {
        LedgerBook book = Journals.read(TestingSource.of(HEAD + entries), "main.beancount", "0");
        List<PriceBook> books = List.of(packs).stream().map(TestingPacks::book).toList();
        return DailyHistory.of(book, books);
    }

    private static HoldingDay row(HistoryDay day, String holding) {
        return day.holdings().stream()
                .filter(row -> row.holding().equals(holding))
                .findFirst()
                .orElseThrow();
    }

    private static void assertContributionsAddUp(HistoryDay day) {
        double sum = day.holdings().stream()
                .filter(row -> !row.currencyTotal())
                .mapToDouble(row -> row.localSum() + row.fxSum() + row.interactionSum())
                .sum();
        assertThat(sum).isCloseTo(day.wealthIndex() - 1, within(1e-12));
    }

    private static final String SPIN_OFF = """
            2024-01-03 * "Spin-off"
              id: "spin"
              type: "spin_off"
              symbol: "OLD"
              new_shares: 1
              old_shares: 4
              cost_to_new: 0.2
              Assets:Stocks  -100 OLD {100.00 USD, 2024-01-02}
              Assets:Stocks  100 OLD {80.00 USD, 2024-01-02}
              Assets:Stocks  25 NEW {80.00 USD, 2024-01-02}
            """;

    @Test
    void aSpinOffMovesValueFromTheOldToTheNew() {
        // OLD falls from 100 to 78 and a quarter of NEW at 92 comes with it: 101 in all
        List<HistoryDay> days = history(
                SPIN_OFF,
                pack("2024-01-02", "100"),
                pack("2024-01-03", "78").price("NEW", "92", "USD"),
                pack("2024-01-04", "78").price("NEW", "96.6", "USD"));
        assertThat(days.get(1).wealthIndex()).isCloseTo(1.01, within(1e-12));
        assertThat(days.get(1).value().flow()).isEqualByComparingTo("0");
        assertThat(row(days.get(1), "OLD").localSum()).isCloseTo(0.01, within(1e-12));
        assertThat(row(days.get(1), "OLD").localIndex()).isCloseTo(1.01, within(1e-12));
        assertThat(row(days.get(1), "NEW").localSum()).isCloseTo(0, within(1e-12));
        assertThat(row(days.get(2), "NEW").localIndex()).isCloseTo(1.05, within(1e-12));
        assertContributionsAddUp(days.get(1));
        assertContributionsAddUp(days.get(2));
    }

    @Test
    void aMergerForSharesAndCashIsWorthWhatItBrings() {
        // 0.5 NEW at 170 and 20 USD cash for each OLD, last at 104: 105
        List<HistoryDay> days = history(
                """
                2024-01-03 * "Merger"
                  type: "merger"
                  symbol: "OLD"
                  new_shares: 1
                  old_shares: 2
                  cost_to_new: 0.8
                  fx_rate: 1.35
                  Assets:Stocks  -100 OLD {100.00 USD, 2024-01-02}
                  Assets:Stocks  50 NEW {160.00 USD, 2024-01-02}
                  Assets:Cash  2000.00 USD
                  Income:Gains
                """,
                pack("2024-01-02", "100"),
                TestingPacks.on("2024-01-03").price("NEW", "170", "USD").rate("USD", "CAD", "1.35"));
        assertThat(days.get(1).wealthIndex()).isCloseTo(1.05, within(1e-12));
        assertThat(row(days.get(1), "OLD").localSum()).isCloseTo(0.05, within(1e-12));
        assertThat(row(days.get(1), "OLD").weight()).isZero();
        assertThat(row(days.get(1), "NEW").weight()).isCloseTo(8500.0 / 10500, within(1e-12));
        assertContributionsAddUp(days.get(1));
    }

    @Test
    void aConsolidationWithCashForTheFractionIsNeutral() {
        List<HistoryDay> days = history("""
                option "inferred_tolerance_default" "*:0.005"
                2024-01-03 * "1 for 3"
                  split_to: 1
                  split_from: 3
                  Assets:Stocks  -100 OLD {100.00 USD, 2024-01-02}
                  Assets:Stocks  33.3333 OLD {300.0003 USD, 2024-01-02}
                2024-01-03 * "Cash in lieu"
                  fx_rate: 1.35
                  Assets:Stocks  -0.3333 OLD {} @ 300.00 USD
                  Assets:Cash  99.99 USD
                  Income:Gains
                """, pack("2024-01-02", "100"), pack("2024-01-03", "300"));
        // 33.3333 are 0.0001 less than a third, worth 0.01 of 10000
        assertThat(days.get(1).wealthIndex()).isCloseTo(1, within(1.1e-6));
        assertContributionsAddUp(days.get(1));
    }

    @Test
    void taxPostedLaterIsAPerformanceOfItsSecurity() {
        List<HistoryDay> days = history("""
                2024-01-03 * "Tax"
                  type: "withholding"
                  symbol: "OLD"
                  Expenses:Withholding:US  15.00 USD
                  Assets:Cash  -15.00 USD
                """, pack("2024-01-02", "100"), pack("2024-01-03", "100"));
        assertThat(days.get(1).wealthIndex()).isCloseTo(1 - 15.0 / 10000, within(1e-12));
        assertThat(row(days.get(1), "OLD").localSum()).isCloseTo(-15.0 / 10000, within(1e-12));
        assertContributionsAddUp(days.get(1));
    }

    @Test
    void aReversedPurchaseLeavesTheCashAsItWas() {
        List<HistoryDay> days = history(
                """
                2024-01-03 * "Undo"
                  reverses: "buy"
                  Assets:Stocks  -100 OLD {100.00 USD, 2024-01-02}
                  Assets:Cash
                """,
                pack("2024-01-02", "100"),
                pack("2024-01-03", "100"),
                TestingPacks.on("2024-01-04").rate("USD", "CAD", "1.35"));
        assertThat(days).extracting(HistoryDay::wealthIndex).containsExactly(1.0, 1.0, 1.0);
        assertThat(days.get(2).value().value()).isEqualByComparingTo("13500");
    }

    @Test
    void aReversedSpinOffIsNeutralToo() {
        List<HistoryDay> days = history(
                SPIN_OFF + """
                2024-01-04 * "Undo"
                  reverses: "spin"
                  Assets:Stocks  -25 NEW {}
                """,
                pack("2024-01-02", "100"),
                pack("2024-01-03", "80").price("NEW", "80", "USD"),
                pack("2024-01-04", "100").price("NEW", "80", "USD"));
        assertThat(days.get(2).wealthIndex()).isCloseTo(1, within(1e-12));
        assertContributionsAddUp(days.get(2));
    }

    @Test
    void thePriceOfWhatComesIsNeeded() {
        DailyHistory history =
                new DailyHistory(Journals.read(TestingSource.of(HEAD + SPIN_OFF), "main.beancount", "0"));
        assertThat(history.next(pack("2024-01-02", "100").book())).isPresent();
        assertThat(history.next(pack("2024-01-03", "78").book()))
                .get()
                .isInstanceOfSatisfying(
                        UnvaluedDay.class, day -> assertThat(day.missing()).containsExactly("price of NEW"));
    }
}
