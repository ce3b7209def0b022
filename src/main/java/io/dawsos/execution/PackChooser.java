package io.dawsos.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks the pack of an execution: the newest at or before the day asked for, at most a week older. */
final class PackChooser {

    private static final int OLDEST_DAYS = 7;
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final PricingPacks packs;
    /** Only fresh packs are remembered, and only for a second: a pack that turns fresh is seen at once, one withdrawn within a second. */
    private final Cache<Optional<LocalDate>, PricingPack> fresh;

    PackChooser(PricingPacks packs, Ticker ticker) {
        this.packs = packs;
        this.fresh = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    PricingPack choose(Optional<LocalDate> asOf) {
        PricingPack known = fresh.getIfPresent(asOf);
        if (known != null) {
            return known;
        }
        PricingPack pack = asOf.map(this::atOrBefore).orElseGet(this::newest);
        if (pack.status() == PackStatus.FRESH) {
            fresh.put(asOf, pack);
        }
        return pack;
    }

    /** Forgets every pack it remembers: call it when a pack changes its state. */
    void forget() {
        fresh.invalidateAll();
    }

    private PricingPack newest() {
        return packs.newest()
                .orElseThrow(() -> new Failure(
                        FailureReason.PACK_NOT_FOUND, "There is no pricing pack yet; the nightly build has not run"));
    }

    private PricingPack atOrBefore(LocalDate day) {
        return packs.newestAtOrBefore(day)
                .filter(pack -> ChronoUnit.DAYS.between(pack.date(), day) <= OLDEST_DAYS)
                .orElseThrow(() -> notFound(day));
    }

    private Failure notFound(LocalDate day) {
        Optional<PricingPack> nearest = packs.newestAtOrBefore(day).or(packs::oldest);
        Map<String, Object> extensions = new LinkedHashMap<>();
        nearest.ifPresent(pack -> extensions.put("nearest_pack_id", pack.id().toString()));
        String hint = nearest.map(pack -> "; the nearest is " + pack.id()).orElse("");
        return new Failure(
                FailureReason.PACK_NOT_FOUND,
                "No pricing pack found for " + day + " or the " + OLDEST_DAYS + " days before it" + hint,
                List.of(),
                extensions);
    }
}
