package io.dawsos.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Cash of one currency at the end of every day from {@code from} until the day before {@code until}.
 * A balance of zero has no period.
 *
 * @param until first day with another balance; empty while it holds
 */
public record CashPeriod(Currency currency, LocalDate from, Optional<LocalDate> until, BigDecimal amount) {}
