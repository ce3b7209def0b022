package io.dawsos.ledger.beancount;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options of a journal's main file.
 *
 * @param base the one {@code operating_currency}
 * @param booking {@code booking_method} of the accounts that name none of their own
 * @param tolerances {@code inferred_tolerance_default} by currency; {@code *} for those not named
 */
public record JournalOptions(
        String title, Currency base, BookingMethod booking, SortedMap<String, BigDecimal> tolerances) {

    // ISO 4217: no currency; stands in while the faults of a journal without a base currency are collected
    static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    public JournalOptions {
        tolerances = Collections.unmodifiableSortedMap(new TreeMap<>(tolerances));
    }

    static JournalOptions none() {
        return new JournalOptions("", NO_CURRENCY, BookingMethod.FIFO, new TreeMap<>());
    }
}
