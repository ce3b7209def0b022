package io.dawsos.ledger.beancount;

/**
 * A line of a file.
 *
 * @param file path within the journal's source, {@code /} between its parts
 * @param line counted from 1
 */
public record Place(String file, int line) {

    /** {@code file:line}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
