package io.dawsos.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.portfolio.explain.CorporateAction;
import org.junit.jupiter.api.Test;

class DemoActionsTest {

    private static final String HEAD =
            "symbol,kind,announced,ex_date,record_date,pay_date,amount,currency,new_units,old_units\n";

    @Test
    void everyShippedActionIsReadWithItsProvider() {
        assertThat(DemoActions.load())
                .hasSize(130)
                .allSatisfy(action -> assertThat(action.provider()).isEqualTo("Demo"))
                .filteredOn(action -> action.kind() == CorporateAction.Kind.SPLIT)
                .extracting(CorporateAction::symbol)
                .containsExactly("NVDA", "SHOP.TO");
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() {
        String text = HEAD
                + "AAPL,dividend,,2021-02-05,,2021-02-11,-0.205,USD,,\n"
                + "AAPL,dividend,,2021-05-07,,,0.22,,,\n"
                + "AAPL,gift,,soon,,,,,,\n"
                + "NVDA,split,,2021-07-20,,,,,4,\n";
        assertThatThrownBy(() -> DemoActions.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corporate_actions.csv:2: amount is '-0.205', not a positive number")
                .hasMessageContaining(
                        "corporate_actions.csv:3: The DIVIDEND of AAPL on 2021-05-07 needs an amount with its currency")
                .hasMessageContaining("corporate_actions.csv:4: kind is 'gift', not dividend or split")
                .hasMessageContaining("corporate_actions.csv:4: ex_date is 'soon', not a day like 2023-12-29")
                .hasMessageContaining("corporate_actions.csv:5: The SPLIT of NVDA on 2021-07-20 needs");
    }
}
