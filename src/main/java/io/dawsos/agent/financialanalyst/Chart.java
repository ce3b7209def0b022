package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A chart as a console draws it.
 *
 * @param type {@code pie}, {@code donut}, {@code line}, {@code area} or {@code bar}
 * @param unit currency code of money, or {@code fraction}
 * @param data points of one kind, in drawing order
 */
public record Chart(String type, String title, String unit, List<Point> data) {

    /** The unit of everything that is not money. */
    static final String FRACTION = "fraction";

    /** One point of a chart. */
    public sealed interface Point permits Slice, Bar, ValueOn, ShareOn {}

    /** A part of a whole. */
    public record Slice(String label, @Amount BigDecimal value, Optional<BigDecimal> weight) implements Point {}

    /** A named fraction. */
    public record Bar(String label, double value) implements Point {}

    /** Money on a day. */
    public record ValueOn(LocalDate date, @Amount BigDecimal value) implements Point {}

    /** A fraction on a day. */
    public record ShareOn(LocalDate date, double value) implements Point {}

    public Chart {
        data = List.copyOf(data);
    }
}
