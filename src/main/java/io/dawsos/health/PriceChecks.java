package io.dawsos.health;

import io.dawsos.health.HealthFacts.HeldSecurity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Prices of what is held. */
final class PriceChecks {

    private PriceChecks() {}

    static List<Finding> of(HealthFacts facts, int staleDays) {
        if (facts.pack().isEmpty()) {
            return List.of();
        }
        LocalDate day = facts.pack().get().id().date();
        List<Finding> findings = new ArrayList<>();
        bySymbol(facts.securities()).forEach((symbol, held) -> {
            List<UUID> portfolios = held.stream().map(HeldSecurity::portfolio).toList();
            Optional<LocalDate> priced = held.get(0).priced();
            if (priced.isEmpty()) {
                findings.add(missing(symbol, portfolios, day));
            } else if (BusinessDays.after(priced.get(), day) > staleDays) {
                findings.add(stale(symbol, portfolios, priced.get(), day));
            }
        });
        return findings;
    }

    private static SortedMap<String, List<HeldSecurity>> bySymbol(List<HeldSecurity> securities) {
        SortedMap<String, List<HeldSecurity>> bySymbol = new TreeMap<>();
        securities.forEach(security -> bySymbol.computeIfAbsent(security.symbol(), symbol -> new ArrayList<>())
                .add(security));
        return bySymbol;
    }

    private static Finding missing(String symbol, List<UUID> portfolios, LocalDate day) {
        return Finding.of(
                        FindingCode.MISSING_PRICE,
                        symbol,
                        portfolios,
                        "It is held and has no price in the pack of " + day + ", so that its value is unknown",
                        "See that a provider prices the symbol, by its spelling in GET /v1/symbols/" + symbol
                                + ", and run the next night")
                .since(day);
    }

    private static Finding stale(String symbol, List<UUID> portfolios, LocalDate priced, LocalDate day) {
        return Finding.of(
                        FindingCode.STALE_PRICE,
                        symbol,
                        portfolios,
                        "Its price in the pack of " + day + " is of " + priced + ", " + BusinessDays.after(priced, day)
                                + " business days before",
                        "See whether it is suspended, delisted or renamed; where a provider calls it otherwise, override its"
                                + " spelling by POST /v1/symbols/" + symbol + "/overrides")
                .since(priced);
    }
}
