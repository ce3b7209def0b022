package io.dawsos.portfolio;

import java.math.BigDecimal;
import java.util.Currency;

/** Cash of one currency at the end of a day; never zero. */
public record CashBalance(Currency currency, BigDecimal amount) {}
