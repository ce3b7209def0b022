package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Metadata;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** The metadata of a transaction by type; a value of another type is a fault at its line and counts as missing. */
record EntryMetadata(Directive.Transaction entry, Faults faults) {

    Optional<String> text(String key) {
        return read(
                key,
                "a text in \"\"",
                value -> value instanceof MetaValue.Text text ? Optional.of(text.text()) : Optional.empty());
    }

    Optional<LocalDate> day(String key) {
        return read(
                key,
                "a date",
                value -> value instanceof MetaValue.Day day ? Optional.of(day.date()) : Optional.empty());
    }

    Optional<BigDecimal> positive(String key) {
        return read(
                key,
                "a positive number",
                value -> value instanceof MetaValue.Numeric number
                                && number.number().signum() > 0
                        ? Optional.of(number.number())
                        : Optional.empty());
    }

    private <T> Optional<T> read(String key, String wanted, Function<MetaValue, Optional<T>> type) {
        Optional<Metadata.Item> item = entry.metadata().find(key);
        Optional<T> value = item.flatMap(found -> type.apply(found.value()));
        if (item.isPresent() && value.isEmpty()) {
            faults.add(item.get().place(), "metadata '" + key + "' is not " + wanted);
        }
        return value;
    }
}
