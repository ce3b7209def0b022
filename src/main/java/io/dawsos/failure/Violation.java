package io.dawsos.failure;

/**
 * One thing wrong with a request or a file.
 *
 * @param pointer JSON pointer to the place, {@code ""} for the whole document
 * @param message what is wrong and, where it can be said, what would be right
 */
public record Violation(String pointer, String message) {}
