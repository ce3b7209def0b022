package io.dawsos.bookkeeping;

import io.dawsos.money.FxRate;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Exchange rates of the pricing packs, for entries that do not state their own. Carried forward a week at most, never backward. */
final class Rates {

    private static final int PLACES = 10;
    private static final int OLDEST_DAYS = 7;

    private final PricingPacks packs;

    Rates(PricingPacks packs) {
        this.packs = packs;
    }

    /** The rate of the newest pack of the day or the seven days before it; empty when there is none. Never 1 for want of a better one. */
    Optional<Fx> find(Currency from, Currency base, LocalDate day) {
        if (from.equals(base)) {
            return Optional.of(Fx.ONE);
        }
        return packs.newestAtOrBefore(day)
                .filter(pack -> pack.status() != PackStatus.ERROR)
                .filter(pack -> !pack.date().isBefore(day.minusDays(OLDEST_DAYS)))
                .flatMap(pack -> packs.open(pack.id()).fx(from, base).map(rate -> fx(pack, rate)));
    }

    private static Fx fx(PricingPack pack, FxRate rate) {
        return new Fx(
                rate.rate().setScale(PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros(),
                Optional.of(new Fx.Quote(pack.id() + ":" + rate.base() + "/" + rate.quote(), rate.date())));
    }
}
