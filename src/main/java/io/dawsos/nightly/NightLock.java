package io.dawsos.nightly;

/** The right to run nights of one policy. It ends with the process that holds it, however that ends. */
public interface NightLock extends AutoCloseable {

    /** Throws {@link IllegalStateException} when it was lost, because the database went away in between. */
    void requireHeld();

    @Override
    void close();
}
