package io.dawsos.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pricing.PackId;
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
import java.util.function.Supplier;

/**
 * Picks the pack of an execution: the one that is named, else the newest at or before the day asked for, at most a week older. When that one
 * failed, the newest fresh pack before it, which makes the answer stale.
 */
final class PackChooser {

    private static final int OLDEST_DAYS = 7;
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /**
     * @param lastGood whether a newer pack failed and this one stands in for it
     * @param warnings what a reader of the answer should know of its pack
     */
    record Choice(PricingPack pack, boolean lastGood, List<String> warnings) {}

    private final PricingPacks packs;
    /**
     * For executions that read nothing else first. Only fresh packs are remembered, and only for a second: a pack that turns fresh is seen at
     * once, one withdrawn within a second.
     */
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

    Choice choose(Optional<PackId> named, Optional<LocalDate> asOf) {
        PricingPack known = named.isPresent() ? null : fresh.getIfPresent(asOf);
        if (known != null) {
            return good(known);
        }
        Supplier<Optional<PricingPack>> newest =
                () -> asOf.map(packs::newestAtOrBefore).orElseGet(packs::newest);
        Choice choice = choose(named, asOf, newest);
        if (named.isEmpty() && choice.pack().status() == PackStatus.FRESH && !choice.lastGood()) {
            fresh.put(asOf, choice.pack());
        }
        return choice;
    }

    /** @param newest the newest pack at or before the day asked for, or of all, read just now */
    Choice choose(Optional<PackId> named, Optional<LocalDate> asOf, Supplier<Optional<PricingPack>> newest) {
        if (named.isPresent()) {
            return named(named.get(), asOf);
        }
        PricingPack pack = present(newest.get(), asOf);
        return pack.status() == PackStatus.ERROR ? lastGood(pack, asOf) : good(pack);
    }

    private PricingPack present(Optional<PricingPack> newest, Optional<LocalDate> asOf) {
        return asOf.map(day -> newest.filter(pack -> isNear(pack, day)).orElseThrow(() -> notFound(day)))
                .orElseGet(() -> newest.orElseThrow(PackChooser::noneYet));
    }

    /** Forgets every pack it remembers: call it when a pack changes its state. */
    void forget() {
        fresh.invalidateAll();
    }

    private static Choice good(PricingPack pack) {
        return new Choice(pack, false, List.of());
    }

    private static Failure noneYet() {
        return new Failure(FailureReason.PACK_NOT_FOUND, "There is no pricing pack yet; the nightly build has not run");
    }

    private static boolean isNear(PricingPack pack, LocalDate day) {
        return ChronoUnit.DAYS.between(pack.date(), day) <= OLDEST_DAYS;
    }

    /** The failed pack itself when nothing can stand in for it: the gate tells why it failed. */
    private Choice lastGood(PricingPack failed, Optional<LocalDate> asOf) {
        return packs.newestFreshAtOrBefore(failed.date())
                .filter(pack -> asOf.isEmpty() || isNear(pack, asOf.get()))
                .map(pack -> new Choice(pack, true, List.of(failed(failed, pack))))
                .orElseGet(() -> good(failed));
    }

    private static String failed(PricingPack failed, PricingPack lastGood) {
        return "Pricing pack " + failed.id() + " failed ("
                + failed.error().orElse("no reason was recorded") + "); this answer is computed from "
                + lastGood.id() + ", the newest fresh one before it";
    }

    private Choice named(PackId id, Optional<LocalDate> asOf) {
        PricingPack pack = packs.find(id)
                .orElseThrow(() -> new Failure(FailureReason.PACK_NOT_FOUND, "There is no pricing pack " + id));
        asOf.filter(day -> day.isBefore(pack.date()) || !isNear(pack, day)).ifPresent(day -> {
            throw Failure.invalid(List.of(new Violation(
                    "/asof",
                    "asof must lie within " + OLDEST_DAYS + " days from " + pack.date() + ", the day of pack " + id)));
        });
        List<String> warnings =
                pack.supersededBy().map(next -> banner(pack, next)).stream().toList();
        return new Choice(pack, false, warnings);
    }

    /** What every answer from a superseded pack carries: that there is a restatement, which, and why. */
    private String banner(PricingPack pack, PackId next) {
        return "Pricing pack " + pack.id() + " is superseded by its restatement " + current(next) + " ("
                + pack.restatement().orElse("no reason was recorded") + "); this answer is computed from the old pack";
    }

    /** The end of the chain that begins with this pack. */
    private PackId current(PackId id) {
        Optional<PackId> next = packs.find(id).flatMap(PricingPack::supersededBy);
        return next.isEmpty() ? id : current(next.get());
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
