package io.dawsos;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dawsos.ledger.LedgerRepository;
import java.time.Duration;
import java.util.function.Supplier;

/** The head of the ledger, read from git at most once a second, and at once after a commit of our own. */
final class LedgerHead implements Supplier<String> {

    private static final String HEAD = "head";

    private final LoadingCache<String, String> heads;

    LedgerHead(LedgerRepository ledger) {
        heads = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(key -> ledger.head());
    }

    @Override
    public String get() {
        return heads.get(HEAD);
    }

    void forget() {
        heads.invalidate(HEAD);
    }
}
