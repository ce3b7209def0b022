package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * Cash of one currency and what it is worth in base currency.
 *
 * @param value empty when the pack has no exchange rate for it; such cash stands in no total
 * @param weight value / total value of the portfolio
 */
public record ValuedCash(
        Currency currency, BigDecimal amount, Optional<BigDecimal> value, Optional<BigDecimal> weight) {

    ValuedCash weighted(Optional<BigDecimal> share) {
        return new ValuedCash(currency, amount, value, share);
    }
}
