package io.dawsos.portfolio;

import java.time.LocalDate;
import java.util.Currency;

/**
 * Where one holding (a security, or the cash of one currency) stood at the close of a day in the attribution of the portfolio's return.
 * Every member but {@code weight} accumulates from the first day of the history, so that any range is the difference of two rows.
 *
 * <p>Beside the holdings, every currency has one row for all that is held in it together ({@link #currencyTotal()}): the return of a
 * group does not follow from the returns of its members at both ends of a range. Sums over holdings leave these rows out.
 *
 * @param holding symbol of the security, the currency code for cash, or {@code currency:} and the code for a currency's total
 * @param cash whether this is cash
 * @param currency currency in which the holding is priced
 * @param weight value at the close / value of the portfolio at the close; 0 when the portfolio is worth nothing
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
        double interactionSum) {

    // a colon can stand in no symbol of a journal
    private static final String TOTAL = "currency:";

    /** Whether this row is the total of a currency and not a holding. */
    public boolean currencyTotal() {
        return holding.startsWith(TOTAL);
    }

    /** Name of the total of a currency. */
    static String totalOf(Currency currency) {
        return TOTAL + currency.getCurrencyCode();
    }
}
