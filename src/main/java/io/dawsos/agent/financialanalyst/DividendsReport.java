package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code income.dividends}. Amounts of a payment are in its currency, all others in base currency at the exchange rate of each pay
 * date.
 *
 * @param payments in the order of the ledger
 * @param byMonth calendar of the months in which something was paid
 * @param bySymbol by symbol
 */
public record DividendsReport(
        LocalDate from,
        LocalDate to,
        Currency baseCurrency,
        List<Payment> payments,
        List<Month> byMonth,
        List<OfSymbol> bySymbol,
        Cash total) {

    /**
     * One dividend.
     *
     * @param quantity units held before the ex-date; null when the journal states no ex-date
     * @param perUnit gross for one unit; null likewise
     * @param fxRate base currency per unit of {@code currency} on the pay date
     * @param base the same in base currency
     */
    public record Payment(
            String symbol,
            LocalDate payDate,
            Optional<LocalDate> exDate,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> perUnit,
            Currency currency,
            @Amount BigDecimal gross,
            @Amount BigDecimal withheld,
            @Amount BigDecimal net,
            BigDecimal fxRate,
            Cash base) {}

    /** What was paid in one month, {@code 2023-05}. */
    public record Month(String month, Cash base) {}

    /** What one security paid. */
    public record OfSymbol(String symbol, int payments, Cash base) {}

    /** Gross, tax and net in base currency; {@code net} is after tax and costs of the payment. */
    public record Cash(
            @Amount BigDecimal gross,
            @Amount BigDecimal withheld,
            @Amount BigDecimal net) {}

    public DividendsReport {
        payments = List.copyOf(payments);
        byMonth = List.copyOf(byMonth);
        bySymbol = List.copyOf(bySymbol);
    }
}
