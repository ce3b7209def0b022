package io.dawsos.agent.example;

import io.dawsos.capability.Arg;

/** Arguments of {@code example.double}. */
public record DoubleRequest(
        @Arg(doc = "Whole number to double") long value) {}
