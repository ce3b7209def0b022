package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Result of {@code attribution.value_change}, in base currency. {@code change = external_flows + income + taxes + commissions + fees + realized +
 * unrealized + fx + residual}, also of the amounts as written: they are rounded so that they add up.
 *
 * @param from day from whose close it is measured
 * @param externalFlows deposits less withdrawals, at the rates of their days
 * @param income dividends, interest and other income before tax, at the rates of their pay dates
 * @param taxes withheld, negative
 * @param commissions of trades, negative
 * @param fees of the account, negative
 * @param realized gains of the sales in local currency, at the rates of the sales
 * @param unrealized change of the gains of what is held, in local currency at the packs' rates; a gain that was realized leaves here
 * @param fx what exchange rates made of the cost of what was sold and is held, and of cash
 * @param residual what all these leave: amounts that the journal rounds, and what a pack cannot value
 */
public record ValueChangeReport(
        LocalDate from,
        LocalDate to,
        Currency baseCurrency,
        @Amount BigDecimal startValue,
        @Amount BigDecimal endValue,
        @Amount BigDecimal change,
        @Amount BigDecimal externalFlows,
        Income income,
        @Amount BigDecimal taxes,
        @Amount BigDecimal commissions,
        @Amount BigDecimal fees,
        @Amount BigDecimal realized,
        @Amount BigDecimal unrealized,
        Fx fx,
        @Amount BigDecimal residual) {

    /** Income before tax. */
    public record Income(
            @Amount BigDecimal total,
            @Amount BigDecimal dividends,
            @Amount BigDecimal other) {}

    /** Effects of exchange rates: on the cost of units sold, of units held, on cash, and of conversions above or below their stated rate. */
    public record Fx(
            @Amount BigDecimal total,
            @Amount BigDecimal sold,
            @Amount BigDecimal held,
            @Amount BigDecimal cash,
            @Amount BigDecimal conversions) {}
}
