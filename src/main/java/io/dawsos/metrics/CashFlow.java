package io.dawsos.metrics;

import java.time.LocalDate;

/**
 * Money that changed hands, seen by the investor: paid into the portfolio is negative, received from it positive.
 *
 * @param amount in base currency
 */
public record CashFlow(LocalDate date, double amount) {}
