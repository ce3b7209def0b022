package io.dawsos.rights;

/**
 * What must stand across each page.
 *
 * @param opacity from 0 (not seen) to 1
 * @param position {@code diagonal} or {@code footer}
 */
public record WatermarkRule(String text, double opacity, String position) {}
