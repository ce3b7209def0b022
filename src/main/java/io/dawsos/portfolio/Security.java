package io.dawsos.portfolio;

import java.util.Currency;
import java.util.Optional;

/**
 * A security as classified; rows are never changed, so that old answers stay reproducible.
 *
 * @param type {@code equity} or {@code etf}
 * @param sector GICS sector name; empty for funds
 * @param country ISO 3166 alpha-2 of domicile
 */
public record Security(
        String symbol,
        String name,
        Currency currency,
        String exchange,
        String type,
        Optional<String> sector,
        String country) {}
