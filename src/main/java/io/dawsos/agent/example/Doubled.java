package io.dawsos.agent.example;

/**
 * Result of {@code example.double}.
 *
 * @param doubled twice the value
 */
public record Doubled(long value, long doubled) {}
