package io.dawsos.portfolio;

import java.time.LocalDate;
import java.util.Currency;

/**
 * Where one holding (a security, or the cash of one currency) stood at the close of a day in the attribution of the portfolio's return.
 * Every member but {@code weight} accumulates from the first day of the history, so that any range is the difference of two rows.
 *
 * @param holding symbol of the security, or the currency code for cash
 * @param cash whether this is cash
 * @param currency currency in which the holding is priced
 * @param weight value at the close / value of the portfolio at the close
 * @param localIndex growth of one unit held since the first day in local currency: product of {@code 1 + r_local}
 * @param fxIndex growth of one unit of that currency in base currency over the days held: product of {@code 1 + r_fx}
 * @param localSum sum over the days of wealth index x weight x r_local
 * @param fxSum sum over the days of wealth index x weight x r_fx
 * @param interactionSum sum over the days of wealth index x weight x r_local x r_fx
 */
public record HoldingDay(
        LocalDate date,
        String holding,
        boolean cash,
        Currency currency,
        double weight,
        double localIndex,
        double fxIndex,
        double localSum,
        double fxSum,
        double interactionSum) {}
