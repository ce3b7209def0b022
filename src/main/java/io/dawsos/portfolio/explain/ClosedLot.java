package io.dawsos.portfolio.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;

/**
 * The units of one lot that one sale closed, and what is realized by it: the one definition of a realized gain, wherever one is shown.
 *
 * <p>{@code gain = proceeds x exit rate - cost x entry rate}, which is the sum of
 * <pre>
 *   price effect = (proceeds - cost) x entry rate
 *   fx effect    = cost x (exit rate - entry rate)
 *   interaction  = (proceeds - cost) x (exit rate - entry rate)
 * </pre>
 * Rates are base currency per unit of the security's currency, locked at purchase and sale. The commission of the sale is beside the gain,
 * that of the purchase an expense of its own day.
 *
 * @param sale id of the entry of the sale
 * @param lot number of the lot; empty when it was bought on the day of the sale and never stood at a close
 * @param acquired day of the purchase, kept over splits
 * @param units sold, as counted on the day of the sale
 * @param cost in {@code currency}, of these units
 * @param proceeds in {@code currency}, of these units, before commission
 * @param commission of the sale, these units' share, in {@code currency}
 */
public record ClosedLot(
        String sale,
        String symbol,
        Optional<Integer> lot,
        LocalDate acquired,
        LocalDate sold,
        BigDecimal units,
        BigDecimal cost,
        BigDecimal proceeds,
        BigDecimal commission,
        Currency currency,
        BigDecimal entryRate,
        BigDecimal exitRate) {

    /** In {@code currency}. */
    public BigDecimal gain() {
        return proceeds.subtract(cost);
    }

    public BigDecimal proceedsBase() {
        return proceeds.multiply(exitRate);
    }

    public BigDecimal costBase() {
        return cost.multiply(entryRate);
    }

    /** In base currency: the sum of the three effects. */
    public BigDecimal gainBase() {
        return proceedsBase().subtract(costBase());
    }

    public BigDecimal priceEffect() {
        return gain().multiply(entryRate);
    }

    public BigDecimal fxEffect() {
        return cost.multiply(exitRate.subtract(entryRate));
    }

    public BigDecimal interaction() {
        return gain().multiply(exitRate.subtract(entryRate));
    }

    public BigDecimal commissionBase() {
        return commission.multiply(exitRate);
    }

    /** The gain less the commission of the sale, both in base currency. */
    public BigDecimal netGainBase() {
        return gainBase().subtract(commissionBase());
    }

    /** Calendar days from purchase to sale. */
    public long holdingDays() {
        return ChronoUnit.DAYS.between(acquired, sold);
    }
}
