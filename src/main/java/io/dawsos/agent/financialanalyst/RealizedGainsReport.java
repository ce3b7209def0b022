package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code tax.realized_gains}. A gain in base currency is {@code proceeds x exit rate - cost x entry rate}, the sum of price effect, FX
 * effect and interaction; commissions of the sales stand beside it. Which lots a sale closed is what the ledger booked.
 *
 * @param from first day of sales that counts
 * @param to last day that counts, never later than the day of the pack
 * @param lots in the order of the sales
 * @param bySymbol by symbol
 */
public record RealizedGainsReport(
        LocalDate from, LocalDate to, Currency baseCurrency, List<Lot> lots, List<OfSymbol> bySymbol, Gain total) {

    /**
     * The units of one lot that one sale closed.
     *
     * @param lot number of the lot; null when it was bought on the day of the sale
     * @param cost of these units, {@code proceeds} and {@code localGain} in {@code currency}
     * @param entryFxRate base currency per unit of {@code currency}, locked at the purchase
     * @param exitFxRate the same at the sale
     */
    public record Lot(
            String symbol,
            Optional<Integer> lot,
            LocalDate acquired,
            LocalDate sold,
            long holdingDays,
            BigDecimal quantity,
            Currency currency,
            @Amount BigDecimal cost,
            @Amount BigDecimal proceeds,
            @Amount BigDecimal localGain,
            BigDecimal entryFxRate,
            BigDecimal exitFxRate,
            Gain base) {}

    /** All sales of one security. */
    public record OfSymbol(
            String symbol,
            Currency currency,
            BigDecimal quantity,
            @Amount BigDecimal localGain,
            Gain base) {}

    /**
     * A gain in base currency.
     *
     * @param gain price effect, FX effect and interaction
     * @param commission of the sales, positive
     * @param net gain less commission
     */
    public record Gain(
            @Amount BigDecimal proceeds,
            @Amount BigDecimal cost,
            @Amount BigDecimal priceEffect,
            @Amount BigDecimal fxEffect,
            @Amount BigDecimal interaction,
            @Amount BigDecimal gain,
            @Amount BigDecimal commission,
            @Amount BigDecimal net) {}

    public RealizedGainsReport {
        lots = List.copyOf(lots);
        bySymbol = List.copyOf(bySymbol);
    }
}
