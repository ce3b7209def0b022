package io.dawsos.metrics;

import java.time.LocalDate;

/** Return of one day as a fraction, flows removed. */
public record DailyReturn(LocalDate date, double value) {}
