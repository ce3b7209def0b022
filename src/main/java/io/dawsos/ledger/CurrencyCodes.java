package io.dawsos.ledger;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells currencies from securities: a currency is what ISO 4217 lists. */
final class CurrencyCodes {

    private static final Map<String, Currency> BY_CODE = new TreeMap<>();

    static {
        Currency.getAvailableCurrencies().forEach(currency -> BY_CODE.put(currency.getCurrencyCode(), currency));
    }

    private CurrencyCodes() {}

    static Optional<Currency> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The currency of a code that was found before. */
    static Currency require(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("'" + code + "' is not a currency"));
    }
}
