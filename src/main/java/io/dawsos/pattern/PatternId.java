package io.dawsos.pattern;

import java.util.Optional;

/**
 * Name of a pattern: a lower-case letter, then up to 63 lower-case letters, digits or underscores. Safe in a path, a file name and a route id.
 *
 * @param value the name, for instance {@code portfolio_overview}
 */
public record PatternId(String value) implements Comparable<PatternId> {

    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException when the value is no pattern id */
    public PatternId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a pattern id: " + Words.quoted(value));
        }
    }

    /** The id, or empty when the text is none. */
    public static Optional<PatternId> parse(String value) {
        return isValid(value) ? Optional.of(new PatternId(value)) : Optional.empty();
    }

    private static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isLetter(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    @Override
    public int compareTo(PatternId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
