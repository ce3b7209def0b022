package io.dawsos.export;

/**
 * What stands across each page.
 *
 * @param opacity from 0 (not seen) to 1
 * @param position {@code diagonal} or {@code footer}
 */
public record Watermark(String text, double opacity, String position) {}
