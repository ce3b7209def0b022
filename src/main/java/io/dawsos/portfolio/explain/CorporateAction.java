package io.dawsos.portfolio.explain;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * What an issuer did or announced, as reference data of a provider.
 *
 * @param announced when it became public; empty when the provider does not say
 * @param exDate first day on which a buyer has no part in it
 * @param recordDate whose holdings count; empty when the provider does not say
 * @param payDate empty when there is none, or the provider does not say
 * @param amount of a dividend: gross cash for one unit as held before the ex-date; empty for others
 * @param currency of the amount
 * @param newUnits of a split: {@code newUnits} for {@code oldUnits}; empty for others
 */
public record CorporateAction(
        String symbol,
        Kind kind,
        Optional<LocalDate> announced,
        LocalDate exDate,
        Optional<LocalDate> recordDate,
        Optional<LocalDate> payDate,
        Optional<BigDecimal> amount,
        Optional<Currency> currency,
        Optional<BigDecimal> newUnits,
        Optional<BigDecimal> oldUnits,
        String provider) {

    /** What happens to a holder. */
    public enum Kind {
        /** Cash for every unit. */
        DIVIDEND,
        /** New units for old ones. */
        SPLIT
    }

    public CorporateAction {
        boolean cash = amount.isPresent() && currency.isPresent();
        boolean ratio = newUnits.isPresent() && oldUnits.isPresent();
        if (kind == Kind.DIVIDEND ? !cash || ratio : !ratio || cash) {
            throw new IllegalArgumentException(
                    "The " + kind + " of " + symbol + " on " + exDate
                            + " needs an amount with its currency when it is a dividend, and new and old units when it is a split");
        }
    }

    /** New units for one old one; throws {@link java.util.NoSuchElementException} when this is no split. */
    public BigDecimal ratio() {
        return Decimals.divide(newUnits.orElseThrow(), oldUnits.orElseThrow());
    }
}
