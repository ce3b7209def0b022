package io.dawsos.agent.example;

import io.dawsos.capability.Arg;

/** Arguments of {@code example.echo}. */
public record EchoRequest(@Arg(doc = "Text to send back") String message) {}
