package io.dawsos.pattern;

/**
 * One thing wrong with a pattern file.
 *
 * @param file the file, as its source names it
 * @param pointer JSON pointer to the place, {@code ""} for the whole file
 * @param message what is wrong and, where it can be said, the nearest right name
 */
public record PatternProblem(String file, String pointer, String message) {

    @Override
    public String toString() {
        return pointer.isEmpty() ? file + ": " + message : file + ": " + pointer + ": " + message;
    }
}
