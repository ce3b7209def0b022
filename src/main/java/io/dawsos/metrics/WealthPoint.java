package io.dawsos.metrics;

import java.time.LocalDate;

/** What one unit of money had grown to at the close of a day, whatever was paid in or out. */
public record WealthPoint(LocalDate date, double wealth) {}
