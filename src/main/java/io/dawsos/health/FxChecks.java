package io.dawsos.health;

import io.dawsos.money.FxRate;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Exchange rates from what is held to the base currency of its portfolio. */
final class FxChecks {

    private record Pair(Currency from, Currency to, List<UUID> portfolios) {
        @Override
        public String toString() {
            return from + "/" + to;
        }
    }

    private FxChecks() {}

    static List<Finding> of(HealthFacts facts, int staleDays) {
        if (facts.pack().isEmpty()) {
            return List.of();
        }
        PriceBook rates = new PriceBook(facts.pack().get().id(), List.of(), facts.quotes());
        List<Finding> findings = new ArrayList<>();
        for (Pair pair : pairs(facts)) {
            Optional<FxRate> rate = rates.fx(pair.from(), pair.to());
            if (rate.isEmpty()) {
                findings.add(missing(pair, rates.date()));
            } else if (BusinessDays.after(rate.get().date(), rates.date()) > staleDays) {
                findings.add(stale(pair, rate.get().date(), rates.date()));
            }
        }
        return findings;
    }

    private static List<Pair> pairs(HealthFacts facts) {
        Map<UUID, Currency> bases = new LinkedHashMap<>();
        facts.portfolios().forEach(portfolio -> bases.put(portfolio.id(), portfolio.base()));
        SortedMap<String, Pair> pairs = new TreeMap<>();
        facts.securities().forEach(held -> add(pairs, bases, held.portfolio(), held.currency()));
        facts.cash().forEach(held -> add(pairs, bases, held.portfolio(), held.currency()));
        return List.copyOf(pairs.values());
    }

    private static void add(SortedMap<String, Pair> pairs, Map<UUID, Currency> bases, UUID portfolio, Currency held) {
        Currency base = bases.getOrDefault(portfolio, held);
        if (!held.equals(base)) {
            pairs.computeIfAbsent(held + "/" + base, name -> new Pair(held, base, new ArrayList<>()))
                    .portfolios()
                    .add(portfolio);
        }
    }

    private static Finding missing(Pair pair, LocalDate day) {
        return Finding.of(
                        FindingCode.MISSING_FX,
                        pair.toString(),
                        pair.portfolios(),
                        pair.from() + " is held, and the pack of " + day + " has no path of rates to " + pair.to()
                                + ", so that its value is unknown",
                        "Add " + pair.from() + " to the currencies of the pack's rates, and run the next night")
                .since(day);
    }

    private static Finding stale(Pair pair, LocalDate published, LocalDate day) {
        return Finding.of(
                        FindingCode.STALE_FX,
                        pair.toString(),
                        pair.portfolios(),
                        "Its rate in the pack of " + day + " is of " + published + ", "
                                + BusinessDays.after(published, day) + " business days before",
                        "See whether the publisher of the rates still quotes both currencies, and whether its rows arrive")
                .since(published);
    }
}
