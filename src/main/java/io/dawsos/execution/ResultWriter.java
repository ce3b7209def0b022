package io.dawsos.execution;

/** Writes a value as canonical JSON: equal values are equal bytes. */
@FunctionalInterface
public interface ResultWriter {

    byte[] write(Object value);
}
