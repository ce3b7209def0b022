package io.dawsos.portfolio;

import io.dawsos.pricing.PackId;
import java.time.LocalDate;

/** What a pack says about a portfolio: a day of its history, or why there is none. */
public sealed interface HistoryRow permits HistoryDay, UnvaluedDay {

    LocalDate date();

    PackId pack();
}
