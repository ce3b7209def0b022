package io.dawsos.export;

/**
 * An output that was left out.
 *
 * @param output its key in the pattern
 * @param title of the panel that shows it, else the key
 * @param reason why, in words for a reader
 */
public record Exclusion(String output, String title, String reason) {}
