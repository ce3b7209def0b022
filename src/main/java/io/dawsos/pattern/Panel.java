package io.dawsos.pattern;

/**
 * One part of the answer as a console shows it.
 *
 * @param id unique in its pattern
 * @param title for a reader
 * @param type {@code metrics_grid}, {@code table}, {@code line_chart}, ...
 * @param output the output that it shows
 * @param refreshTtl seconds after which a console may ask again
 */
public record Panel(String id, String title, String type, String output, int refreshTtl) {}
