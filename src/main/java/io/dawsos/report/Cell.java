package io.dawsos.report;

/**
 * One value as it is printed.
 *
 * @param css classes of {@code report.css}
 */
record Cell(String text, String css) {}
