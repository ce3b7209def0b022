package io.dawsos.agent.example;

import java.time.Instant;

/**
 * Result of {@code example.echo}.
 *
 * @param echoedAt when the execution was opened, so that the same execution always gives the same answer
 */
public record Echo(String message, Instant echoedAt) {}
