package io.dawsos.ledger.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A typed value of a metadata line {@code key: value}. */
public sealed interface MetaValue {

    /** {@code "..."}. */
    record Text(String text) implements MetaValue {}

    /** {@code 1.2754}. */
    record Numeric(BigDecimal number) implements MetaValue {}

    /** {@code 2021-02-05}. */
    record Day(LocalDate date) implements MetaValue {}

    /** {@code 0.205 USD}. */
    record Money(Quantity amount) implements MetaValue {}

    /** A bare name: a currency, a security or an account. */
    record Symbol(String name) implements MetaValue {}
}
