package io.dawsos.pricing;

/**
 * Where a row stood.
 *
 * @param file name of the file, without folders
 * @param line counted from 1
 */
public record RowSource(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
