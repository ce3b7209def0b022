package io.dawsos.ledger;

import static io.dawsos.ledger.TestingActions.TWO_LOTS;
import static io.dawsos.ledger.TestingActions.faults;
import static io.dawsos.ledger.TestingActions.last;
import static io.dawsos.ledger.TestingActions.open;
import static io.dawsos.ledger.TestingActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A spin-off as an entry of the journal. */
class SpinOffTest {

    /** 18 % of the cost goes with the new units. */
    private static final String SPIN_OFF = TWO_LOTS + """
            2024-03-01 * "1 NEW for 4 OLD"
              type: "spin_off"
              symbol: "OLD"
              new_shares: 1
              old_shares: 4
              cost_to_new: 0.18
              Assets:Stocks  -100 OLD {50.00 USD, 2022-01-05}
              Assets:Stocks  100 OLD {41.00 USD, 2022-01-05}
              Assets:Stocks  25 NEW {36.00 USD, 2022-01-05}
              Assets:Stocks  -40 OLD {60.00 USD, 2023-01-05}
              Assets:Stocks  40 OLD {49.20 USD, 2023-01-05}
              Assets:Stocks  10 NEW {43.20 USD, 2023-01-05}
            """;

    @Test
    void sharesTheCostOfEveryLotAndKeepsItsDayAndRate() {
        LedgerBook book = read(SPIN_OFF);
        assertThat(open(book))
                .containsExactly(
                        "25 NEW x 36 2022-01-05 fx 1.25",
                        "10 NEW x 43.2 2023-01-05 fx 1.35",
                        "100 OLD x 41 2022-01-05 fx 1.25",
                        "40 OLD x 49.2 2023-01-05 fx 1.35");
        BigDecimal cost = book.lots().stream()
                .filter(lot -> lot.until().isEmpty())
                .map(LotPeriod::costBase)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(cost).isEqualByComparingTo("9490"); // 5000 x 1.25 + 2400 x 1.35
    }

    @Test
    void bringsUnitsAndNoGain() {
        LedgerTransaction entry = last(read(SPIN_OFF));
        assertThat(entry.kind()).isEqualTo(TransactionKind.SPIN_OFF);
        assertThat(entry.symbol()).contains("OLD");
        assertThat(entry.quantity()).isEqualByComparingTo("0");
        assertThat(entry.received()).containsExactly(new UnitChange("NEW", new BigDecimal("35")));
        assertThat(entry.realizedGain()).isEqualByComparingTo("0");
        assertThat(entry.cash()).isEmpty();
    }

    @Test
    void isReversedAsAWhole() {
        LedgerBook book = read(SPIN_OFF.replace("  type: \"spin_off\"", "  id: \"spin\"\n  type: \"spin_off\"") + """
                2024-03-04 * "It was another portfolio's"
                  reverses: "spin"
                  Assets:Stocks  -35 NEW {}
                """);
        assertThat(open(book)).containsExactly("100 OLD x 50 2022-01-05 fx 1.25", "40 OLD x 60 2023-01-05 fx 1.35");
        assertThat(last(book).received()).containsExactly(new UnitChange("NEW", new BigDecimal("-35")));
    }

    @Test
    void keepsTheCostToTheCent() {
        assertThat(faults(SPIN_OFF.replace("{36.00 USD", "{36.01 USD")))
                .contains("the spin-off puts back 25 NEW {36.01 USD, 2022-01-05}, but taken out were 100 at 50.00,"
                        + " and 1/4 times the units take 0.18 of the total cost");
    }

    @Test
    void statesWhatItIs() {
        assertThat(faults(SPIN_OFF.replace("  cost_to_new: 0.18\n", "")))
                .containsExactly("a spin-off states which part of the cost goes to the new units, less than 1; add"
                        + " 'cost_to_new: 0.18'");
        assertThat(faults(SPIN_OFF.replace("  new_shares: 1\n", "")))
                .containsExactly("a spin-off states whose it is and its ratio; add 'symbol: \"OLD\"', 'new_shares: 1'"
                        + " and 'old_shares: 4' for 1 new per 4 old");
    }

    @Test
    void isOfEveryLot() {
        assertThat(faults(SPIN_OFF.replace("  Assets:Stocks  10 NEW {43.20 USD, 2023-01-05}\n", "")))
                .contains("the spin-off takes out lots of OLD acquired 2023-01-05 at 60.00 and does not put new ones"
                        + " beside them");
    }

    @Test
    void movesNoCash() {
        assertThat(faults(SPIN_OFF + "  Assets:Cash  1.00 USD\n  Income:Gains\n"))
                .contains("a spin-off moves units at cost and nothing else");
    }
}
