package io.dawsos.health;

import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.QuarantineReason;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is there, as one moment shows it: the caller's portfolios, what they hold at the newest pack, and that pack.
 *
 * @param pack the newest one that is not superseded
 * @param quarantined rows that the pack does not use and nobody accepted, by symbol
 * @param packGaps neighbouring packs that lie more than two days apart, by date
 * @param securities held at the day of the pack, by symbol and portfolio
 * @param cash held at the day of the pack, by currency and portfolio
 * @param quotes exchange rates of the pack
 * @param missingDays by portfolio: days since its history began that have a pack and no value
 */
public record HealthFacts(
        List<Holder> portfolios,
        Optional<Pack> pack,
        List<Quarantined> quarantined,
        List<PackGap> packGaps,
        List<HeldSecurity> securities,
        List<HeldCash> cash,
        List<FxQuote> quotes,
        List<MissingDays> missingDays) {
    public HealthFacts {
        portfolios = List.copyOf(portfolios);
        quarantined = List.copyOf(quarantined);
        packGaps = List.copyOf(packGaps);
        securities = List.copyOf(securities);
        cash = List.copyOf(cash);
        quotes = List.copyOf(quotes);
        missingDays = List.copyOf(missingDays);
    }

    /**
     * A portfolio.
     *
     * @param imported whether it has a journal that it is answered from
     * @param firstBooking day of its first transaction
     * @param historyFrom first day of its daily history
     */
    public record Holder(
            UUID id,
            String name,
            Currency base,
            boolean imported,
            Optional<LocalDate> firstBooking,
            Optional<LocalDate> historyFrom) {}

    /** The newest pack. */
    public record Pack(PackId id, PackStatus status, Optional<Boolean> reconciled, Optional<String> error) {}

    /**
     * A row in quarantine.
     *
     * @param id by which it is accepted
     * @param date of the row
     * @param detail why it is not used
     */
    public record Quarantined(long id, String symbol, LocalDate date, QuarantineReason reason, String detail) {}

    /** Two neighbouring packs. */
    public record PackGap(LocalDate before, LocalDate after) {}

    /**
     * A security that a portfolio holds.
     *
     * @param currency that of its price, or of the security while it has none
     * @param priced day of its price in the pack
     */
    public record HeldSecurity(UUID portfolio, String symbol, Currency currency, Optional<LocalDate> priced) {}

    /** A currency that a portfolio holds as cash. */
    public record HeldCash(UUID portfolio, Currency currency) {}

    /** Days that lack a daily value. */
    public record MissingDays(UUID portfolio, LocalDate first, LocalDate last, int days) {}
}
