package io.dawsos.ledger.beancount;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which lots a sale takes whose braces leave that open. The names are Beancount's; {@link #AVERAGE}, which Beancount 2 and 3 parse and
 * then refuse, is implemented here.
 */
public enum BookingMethod {
    /** The oldest first. */
    FIFO,
    /** The youngest first. */
    LIFO,
    /** The one with the highest cost per unit first, of equal ones the oldest. */
    HIFO,
    /** One pool: average cost per unit, and average exchange rate weighted by cost. */
    AVERAGE,
    /** None: the braces must name the lot. */
    STRICT;

    static final String NAMES = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));

    static BookingMethod parse(String text) throws SyntaxFault {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new SyntaxFault("booking method '" + text + "' is not supported; supported are " + NAMES));
    }
}
