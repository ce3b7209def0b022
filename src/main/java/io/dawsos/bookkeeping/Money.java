package io.dawsos.bookkeeping;

import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts as a broker states them: whole cents, halves away from zero. */
final class Money {

    private static final int CENTS = 2;

    private Money() {}

    /** Decimal places of a currency; never fewer than two, so that an amount always shows how exact it is. */
    static int places(Currency currency) {
        return Math.max(CENTS, currency.getDefaultFractionDigits());
    }

    static BigDecimal round(BigDecimal amount, Currency currency) {
        return amount.setScale(places(currency), RoundingMode.HALF_UP);
    }

    static Quantity of(BigDecimal amount, Currency currency) {
        return new Quantity(round(amount, currency), currency.getCurrencyCode());
    }
}
