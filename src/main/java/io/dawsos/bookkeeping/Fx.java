package io.dawsos.bookkeeping;

import io.dawsos.ledger.beancount.MetaValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The exchange rate of an entry.
 *
 * @param rate base currency per unit of the entry's currency; 1 when they are the same
 * @param quote where it was looked up; empty when the caller stated it or it is 1
 */
record Fx(BigDecimal rate, Optional<Quote> quote) {

    /**
     * A rate of a pricing pack.
     *
     * @param id names the row: {@code 20231229_v1:USD/CAD}
     * @param date day of its publication
     */
    record Quote(String id, LocalDate date) {}

    static final Fx ONE = new Fx(BigDecimal.ONE, Optional.empty());

    static Fx stated(BigDecimal rate) {
        return new Fx(rate, Optional.empty());
    }

    MetaValue metadata() {
        return new MetaValue.Numeric(rate);
    }

    /** Puts what the answer says of it: {@code <name>}, {@code <name>_date} and {@code <name>_id}, both null when it was stated. */
    void putInto(Map<String, Object> answer, String name) {
        answer.put(name, rate);
        answer.put(name + "_date", quote.map(Quote::date));
        answer.put(name + "_id", quote.map(Quote::id));
    }
}
