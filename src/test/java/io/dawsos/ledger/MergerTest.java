package io.dawsos.ledger;

import static io.dawsos.ledger.TestingActions.TWO_LOTS;
import static io.dawsos.ledger.TestingActions.faults;
import static io.dawsos.ledger.TestingActions.last;
import static io.dawsos.ledger.TestingActions.open;
import static io.dawsos.ledger.TestingActions.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** A merger as an entry of the journal, with cash or without. */
class MergerTest {

    private static final String FOR_SHARES = TWO_LOTS + """
            2024-06-03 * "1 NEW for 2 OLD"
              type: "merger"
              symbol: "OLD"
              new_shares: 1
              old_shares: 2
              Assets:Stocks  -100 OLD {50.00 USD, 2022-01-05}
              Assets:Stocks  50 NEW {100.00 USD, 2022-01-05}
              Assets:Stocks  -40 OLD {60.00 USD, 2023-01-05}
              Assets:Stocks  20 NEW {120.00 USD, 2023-01-05}
            """;

    /** A fifth of the cost was given for 10.00 USD a share. */
    private static final String WITH_CASH = FOR_SHARES
                    .replace("old_shares: 2\n", "old_shares: 2\n  cost_to_new: 0.8\n  fx_rate: 1.36\n")
                    .replace("{100.00 USD", "{80.00 USD")
                    .replace("{120.00 USD", "{96.00 USD")
            + "  Assets:Cash  1400.00 USD\n  Income:Gains\n";

    @Test
    void ofShareForShareKeepsCostDayAndRate() {
        LedgerBook book = read(FOR_SHARES);
        assertThat(open(book)).containsExactly("50 NEW x 100 2022-01-05 fx 1.25", "20 NEW x 120 2023-01-05 fx 1.35");
        LedgerTransaction entry = last(book);
        assertThat(entry.kind()).isEqualTo(TransactionKind.MERGER);
        assertThat(entry.quantity()).isEqualByComparingTo("-140");
        assertThat(entry.received()).containsExactly(new UnitChange("NEW", new BigDecimal("70")));
        assertThat(entry.realizedGain()).isEqualByComparingTo("0");
    }

    @Test
    void withCashRealizesTheGainOfThatPart() {
        LedgerBook book = read(WITH_CASH);
        assertThat(open(book)).containsExactly("50 NEW x 80 2022-01-05 fx 1.25", "20 NEW x 96 2023-01-05 fx 1.35");
        // 1400 for a fifth of 7400
        assertThat(last(book).realizedGain()).isEqualByComparingTo("-80.00");
        assertThat(last(book).cash())
                .containsExactly(new CashChange(Currency.getInstance("USD"), new BigDecimal("1400.00")));
    }

    @Test
    void withCashStatesWhatTheCashCost() {
        assertThat(faults(WITH_CASH.replace("  cost_to_new: 0.8\n", "")))
                .containsExactly("a merger with cash states which part of the cost goes to the new units, less than 1;"
                        + " add 'cost_to_new: 0.18'");
    }

    @Test
    void putsNothingBack() {
        assertThat(faults(FOR_SHARES.replace("20 NEW {120.00 USD", "20 OLD {120.00 USD")))
                .contains("a merger gives up OLD; it puts none of it back");
    }
}
