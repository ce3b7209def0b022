package io.dawsos.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.LedgerRecords.PaidDividend;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** 100 AAPL, 0.24 USD each: case c of the pay-date rule. */
class DividendViewsTest {

    private static final Portfolio PORTFOLIO =
            new Portfolio(new UUID(0, 1), new UUID(0, 2), "One", Currency.getInstance("CAD"), "one.beancount");
    private static final LocalDate PAID = LocalDate.of(2024, 2, 15);

    private final DividendViews views = new DividendViews(new Rates(new TestingPricingPacks(List.of(
            TestingPacks.on("2024-02-09").rate("USD", "CAD", "1.3500").book(),
            TestingPacks.on("2024-02-15").rate("USD", "CAD", "1.3675").book()))));

    private static PaidDividend dividend(String currency, String gross, Optional<BigDecimal> rate, LocalDate paid) {
        return new PaidDividend(
                "2024.beancount:7",
                7,
                paid,
                "AAPL",
                Currency.getInstance(currency),
                new BigDecimal(gross),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                rate,
                Optional.of(LocalDate.of(2024, 2, 9)),
                Optional.of(paid),
                Optional.of(new BigDecimal("100")),
                "Dividend AAPL",
                Optional.empty());
    }

    private String shown(PaidDividend dividend, String member) {
        Object value = views.view(dividend, PORTFOLIO).get(member);
        return String.valueOf(value instanceof Optional<?> optional ? optional.orElse(null) : value);
    }

    @Test
    void withoutAStatedRateIsConvertedAtThatOfThePayDateAndNotOfTheExDate() {
        PaidDividend dividend = dividend("USD", "24.00", Optional.empty(), PAID);
        assertThat(shown(dividend, "net_amount_base")).isEqualTo("32.82");
        assertThat(shown(dividend, "pay_fx_rate")).isEqualTo("1.3675");
        assertThat(shown(dividend, "pay_fx_rate_id")).isEqualTo("20240215_v1:USD/CAD");
        assertThat(shown(dividend, "dividend_per_share")).isEqualTo("0.24");
    }

    @Test
    void isConvertedAtTheRateThatTheEntryStates() {
        PaidDividend dividend = dividend("USD", "24.00", Optional.of(new BigDecimal("1.36")), PAID);
        assertThat(shown(dividend, "net_amount_base")).isEqualTo("32.64");
        assertThat(shown(dividend, "pay_fx_rate_id")).isEqualTo("null");
    }

    @Test
    void ofWhichNobodyKnowsTheRateHasNoAmountInBaseCurrencyButAReason() {
        PaidDividend dividend = dividend("USD", "24.00", Optional.empty(), LocalDate.of(2023, 2, 15));
        Map<String, Object> view = views.view(dividend, PORTFOLIO);
        assertThat(view)
                .containsEntry("pay_fx_rate", Optional.empty())
                .containsEntry("gross_amount_base", Optional.empty())
                .containsEntry("net_amount_base", Optional.empty())
                .containsEntry("gross_amount", new BigDecimal("24.00"));
        assertThat(String.valueOf(view.get("pay_fx_rate_reason")))
                .isEqualTo("The entry states no rate, and no pricing pack of 2023-02-15 or the week before has one of"
                        + " USD in CAD");
    }

    @Test
    void inBaseCurrencyNeedsNoRate() {
        PaidDividend dividend = dividend("CAD", "24.00", Optional.empty(), LocalDate.of(2023, 2, 15));
        assertThat(shown(dividend, "net_amount_base")).isEqualTo("24.00");
        assertThat(shown(dividend, "pay_fx_rate")).isEqualTo("1");
    }

    @Test
    void thatIsTakenBackIsBelowZero() {
        PaidDividend dividend = dividend("USD", "-24.00", Optional.of(new BigDecimal("1.36")), PAID);
        assertThat(shown(dividend, "net_amount_base")).isEqualTo("-32.64");
        assertThat(shown(dividend, "dividend_per_share")).isEqualTo("0.24");
    }
}
