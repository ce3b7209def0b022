package io.dawsos.ledger;

import java.math.BigDecimal;
import java.util.Currency;

/** Cash that came in (positive) or went out (negative) in one currency. */
public record CashChange(Currency currency, BigDecimal amount) {}
