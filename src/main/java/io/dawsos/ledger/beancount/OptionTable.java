package io.dawsos.ledger.beancount;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the options of the main file and checks them. */
final class OptionTable {

    private static final String TITLE = "title";
    private static final String BASE = "operating_currency";
    private static final String BOOKING = "booking_method";
    private static final String TOLERANCE = "inferred_tolerance_default";
    private static final Pattern CURRENCY_AND_NUMBER = Pattern.compile("([^:]+):([0-9]+(?:\\.[0-9]+)?)");

    private final String mainFile;
    private final Faults faults;
    private final Map<String, String> single = new LinkedHashMap<>();
    private final SortedMap<String, BigDecimal> tolerances = new TreeMap<>();
    private Optional<Currency> base = Optional.empty();
    private BookingMethod booking = BookingMethod.FIFO;

    OptionTable(String mainFile, Faults faults) {
        this.mainFile = mainFile;
        this.faults = faults;
    }

    void add(Place place, String name, String value) {
        try {
            if (!place.file().equals(mainFile)) {
                throw new SyntaxFault(
                        "option '" + name + "' stands in an included file; options belong into " + mainFile);
            }
            check(name, value);
            if (!name.equals(TOLERANCE) && single.putIfAbsent(name, value) != null) {
                throw new SyntaxFault("option '" + name + "' is given twice");
            }
        } catch (SyntaxFault e) {
            faults.add(place, e.what());
        }
    }

    JournalOptions close() {
        Place place = new Place(mainFile, 1);
        if (!single.containsKey(BASE)) {
            faults.add(place, "option '" + BASE + "' is missing; write: option \"" + BASE + "\" \"CAD\"");
        }
        if (!single.containsKey(BOOKING)) {
            faults.add(place, "option '" + BOOKING + "' is missing; write: option \"" + BOOKING + "\" \"FIFO\"");
        }
        return new JournalOptions(
                single.getOrDefault(TITLE, ""), base.orElse(JournalOptions.NO_CURRENCY), booking, tolerances);
    }

    private void check(String name, String value) throws SyntaxFault {
        switch (name) {
            case TITLE -> {}
            case BASE -> base = Optional.of(currency(value));
            case BOOKING -> booking = BookingMethod.parse(value);
            case TOLERANCE -> tolerance(value);
            default ->
                throw new SyntaxFault("unknown option '" + name + "'; supported are " + TITLE + ", " + BASE + ", "
                        + BOOKING + " and " + TOLERANCE);
        }
    }

    private void tolerance(String value) throws SyntaxFault {
        Matcher matcher = CURRENCY_AND_NUMBER.matcher(value);
        if (!matcher.matches()) {
            throw new SyntaxFault("'" + value + "' is not a tolerance; write it like \"CAD:0.005\" or \"*:0.005\"");
        }
        tolerances.put(matcher.group(1), new BigDecimal(matcher.group(2)));
    }

    private static Currency currency(String code) throws SyntaxFault {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new SyntaxFault("'" + code + "' is not a currency code of ISO 4217");
        }
    }
}
