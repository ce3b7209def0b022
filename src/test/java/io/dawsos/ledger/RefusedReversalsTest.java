package io.dawsos.ledger;

import static io.dawsos.ledger.TestingReversals.BUY;
import static io.dawsos.ledger.TestingReversals.SELL;
import static io.dawsos.ledger.TestingReversals.UNDO_BUY;
import static io.dawsos.ledger.TestingReversals.UNDO_SELL;
import static io.dawsos.ledger.TestingReversals.faults;
import static io.dawsos.ledger.TestingReversals.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reversals that are faults of the journal. */
class RefusedReversalsTest {

    @Test
    void whenItIsPartial() {
        assertThat(faults(BUY + """
                        2024-01-09 * "Half"
                          reverses: "b1"
                          Assets:Stocks  -5 RY.TO {50.00 CAD, 2024-01-02}
                          Expenses:Fees  -5.00 CAD
                          Assets:Cash  255.00 CAD
                        """))
                .containsExactly("is not the exact negative of 'b1' at main.beancount:15: Assets:Stocks moves -5"
                        + " instead of -10 RY.TO, Assets:Cash moves 255 instead of 505 CAD");
    }

    @Test
    void whenALegIsMissing() {
        assertThat(faults(BUY + UNDO_BUY.replace("  Expenses:Fees  -5.00 CAD\n", "")))
                .containsExactly("is not the exact negative of 'b1' at main.beancount:15: Expenses:Fees moves 0"
                        + " instead of -5 CAD");
    }

    @Test
    void whenItDangles() {
        assertThat(faults(BUY + UNDO_BUY.replace("\"b1\"", "\"b7\"")))
                .containsExactly(
                        "reverses 'b7', but no entry before it has that id; ids are metadata 'id' or" + " file:line");
    }

    @Test
    void whenItComesBefore() {
        assertThat(faults(BUY + UNDO_BUY.replace("2024-01-09", "2024-01-01")))
                .anyMatch(what -> what.startsWith("reverses 'b1', but no entry before it has that id"));
    }

    @Test
    void whenItIsTheSecond() {
        assertThat(faults(BUY + UNDO_BUY + UNDO_BUY)).containsExactly("'b1' is reversed at main.beancount:20 already");
    }

    @Test
    void whenItReversesAReversal() {
        assertThat(faults(BUY + UNDO_BUY.replace("reverses:", "id: \"u1\"\n  reverses:") + """
                        2024-01-10 * "Redo"
                          reverses: "u1"
                          Assets:Stocks  10 RY.TO {50.00 CAD}
                          Expenses:Fees  5.00 CAD
                          Assets:Cash  -505.00 CAD
                        """))
                .containsExactly("'u1' is a reversal itself; enter the transaction anew instead");
    }

    @Test
    void whenUnitsWereSoldSince() {
        assertThat(faults(BUY + SELL + UNDO_BUY))
                .containsExactly("'b1' cannot be reversed: units of RY.TO that it added were sold since; reverse"
                        + " that sale first");
    }

    @Test
    void whenASplitCameBetween() {
        String all = SELL.replace("-4 ", "-10 ").replace("240.00", "600.00");
        assertThat(faults(BUY + BUY.replace("b1", "b2") + all + """
                        2024-01-06 * "Split"
                          split_to: 2
                          split_from: 1
                          Assets:Stocks  -10 RY.TO {50.00 CAD, 2024-01-02}
                          Assets:Stocks  20 RY.TO {25.00 CAD, 2024-01-02}
                        """
                        + UNDO_SELL.replace("  4 ", "  10 ").replace("240.00", "600.00")))
                .containsExactly("'s1' cannot be reversed: a corporate action since changed the lots of RY.TO;"
                        + " reverse it first");
    }

    @Test
    void whenItsRateIsAnother() {
        String dollars = """
                2024-01-02 * "Buy"
                  id: "d1"
                  fx_rate: 1.30
                  Assets:Stocks  10 KO {50.00 USD}
                  Assets:Cash  -500.00 USD
                2024-01-03 * "Undo"
                  reverses: "d1"
                  fx_rate: 1.31
                  Assets:Stocks  -10 KO {50.00 USD}
                  Assets:Cash  500.00 USD
                """;
        assertThat(faults(dollars)).containsExactly("fx_rate is 1.31, in the reversed entry 1.30");
        assertThat(read(dollars.replace("  fx_rate: 1.31\n", ""))
                        .transactions()
                        .get(1)
                        .fxRate())
                .isEqualTo(Optional.of(new BigDecimal("1.30")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{51.00 CAD}", "{50.00 CAD} @ 61.00 CAD"})
    void whenItNamesAnotherCostOrPrice(String terms) {
        String undo = UNDO_SELL.replace("{50.00 CAD, 2024-01-02} @ 60.00 CAD", terms);
        assertThat(faults(BUY + SELL + undo))
                .hasSize(1)
                .allMatch(what -> what.startsWith("the reversed entry moves no"));
    }

    @Test
    void whenAnIdStandsTwice() {
        assertThat(faults(BUY + BUY.replace("Buy", "Again")))
                .containsExactly("the id 'b1' is that of the entry at main.beancount:15 already");
    }
}
