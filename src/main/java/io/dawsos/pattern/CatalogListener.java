package io.dawsos.pattern;

/**
 * Hears of every change of the catalogue before and after it takes effect: the place to start and stop what runs a pattern. Called on the
 * thread that reloads, one call at a time.
 */
public interface CatalogListener {

    /** Does nothing. */
    CatalogListener NONE = new CatalogListener() {
        @Override
        public void deploy(Pattern pattern) {}

        @Override
        public void retire(Pattern pattern) {}
    };

    /**
     * A new pattern or a new version of one is about to be served. When this throws, the old version stays in the catalogue.
     */
    void deploy(Pattern pattern) throws Exception;

    /** A pattern was removed, or this version of it replaced; the catalogue serves it no more, executions that began with it may still run. */
    void retire(Pattern pattern) throws Exception;
}
