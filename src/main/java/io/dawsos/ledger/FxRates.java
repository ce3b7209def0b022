package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** The exchange rate that an entry locks: base currency per unit of the entry's currency. */
record FxRates(Currency base, Faults faults) {

    /** Metadata {@code fx_rate}; 1 for the base currency; empty when a foreign currency's rate is not stated. */
    Optional<BigDecimal> rate(Directive.Transaction entry, Currency currency) {
        Optional<BigDecimal> stated = new EntryMetadata(entry, faults).positive("fx_rate");
        if (!currency.equals(base)) {
            return stated;
        }
        if (stated.isPresent() && stated.get().compareTo(BigDecimal.ONE) != 0) {
            faults.add(
                    entry.place(),
                    "fx_rate is " + stated.get().toPlainString() + ", but the entry is in the base currency " + base
                            + ", whose rate is 1");
        }
        return Optional.of(BigDecimal.ONE);
    }

    /** The rate of a purchase, which its lot keeps; a fault when a foreign currency's rate is not stated. */
    BigDecimal ofPurchase(Directive.Transaction entry, String symbol, Currency currency) {
        Optional<BigDecimal> rate = rate(entry, currency);
        if (rate.isEmpty()) {
            faults.add(
                    entry.place(),
                    "the purchase of " + symbol + " in " + currency + " does not state its exchange rate; add"
                            + " 'fx_rate: <" + base + " per 1 " + currency + ">'");
        }
        return rate.orElse(BigDecimal.ONE);
    }
}
