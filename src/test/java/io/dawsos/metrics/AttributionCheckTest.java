package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.HoldingDay;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionCheckTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 2);
    private static final LocalDate TO = LocalDate.of(2024, 1, 31);
    private static final Currency USD = Currency.getInstance("USD");

    private static HoldingDay row(LocalDate date, String name, double localSum, double fxSum) {
        return new HoldingDay(date, name, false, USD, 1, 1 + localSum, 1 + fxSum, localSum, fxSum, localSum * fxSum);
    }

    private static AttributionCheck check(double endWealth, double ofCurrency) {
        AttributionWindow window = new AttributionWindow(
                FROM,
                TO,
                1,
                endWealth,
                List.of(row(FROM, "AAPL", 0, 0), row(FROM, "currency:USD", 0, 0)),
                List.of(row(TO, "AAPL", 0.018, 0.005), row(TO, "currency:USD", ofCurrency, 0.005)));
        return AttributionCheck.of(window, CurrencyAttribution.of(window));
    }

    /** AAPL in October 2023: local 1.80 %, currency 0.50 %, so interaction 0.009 % and 2.309 % in all; not 0.05 % and 2.35 %. */
    @Test
    void theGoldenMonthHoldsWithItsCorrectedInteraction() {
        AttributionCheck check = check(1.02309, 0.018);
        assertThat(check.largestBps()).isLessThan(1e-9);
        assertThat(check.holds()).isTrue();
        assertThat(check(1.0235, 0.018).holds())
                .as("with the interaction once printed")
                .isFalse();
    }

    @Test
    void aReturnThatTheContributionsMissIsAnErrorOfThePortfolio() {
        AttributionCheck check = check(1.02309 + 0.00002, 0.018);
        assertThat(check.portfolioBps()).isCloseTo(0.2, within(1e-9));
        assertThat(check.currencyBps()).isLessThan(1e-9);
        assertThat(check.holds()).isFalse();
    }

    @Test
    void aCurrencyThatItsHoldingsMissIsAnErrorOfTheCurrency() {
        AttributionCheck check = check(1.02309, 0.0181);
        assertThat(check.portfolioBps()).isLessThan(1e-9);
        assertThat(check.currencyBps()).isCloseTo(1.005, within(1e-9));
        assertThat(check.holds()).isFalse();
    }
}
