package io.dawsos.metrics;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * A number, or the reason why there is none. Never NaN, never infinite, and never 0 in place of something unknown.
 *
 * @param value the number, finite
 * @param reason one sentence why the value is empty; empty text when it is not
 */
public record Figure(OptionalDouble value, String reason) {
    public Figure {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("A figure is finite, not " + value.getAsDouble());
        }
        if (value.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("A figure has either a value or a reason");
        }
    }

    /** A figure that is known. */
    public static Figure of(double value) {
        return new Figure(OptionalDouble.of(value), "");
    }

    /** A figure that there is not. */
    public static Figure undefined(String reason) {
        return new Figure(OptionalDouble.empty(), reason);
    }

    /** The number; throws {@link java.util.NoSuchElementException} when there is none. */
    public double get() {
        return value.orElseThrow();
    }

    /** What follows from this figure; undefined for the same reason when this one is. */
    Figure then(DoubleFunction<Figure> next) {
        return value.isPresent() ? next.apply(get()) : this;
    }
}
