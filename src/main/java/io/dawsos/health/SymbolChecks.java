package io.dawsos.health;

import io.dawsos.symbol.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Symbols of what is held. */
final class SymbolChecks {

    private SymbolChecks() {}

    static List<Finding> of(HealthFacts facts, SortedMap<String, Resolution> resolved) {
        SortedMap<String, List<UUID>> held = new TreeMap<>();
        facts.securities()
                .forEach(security -> held.computeIfAbsent(security.symbol(), symbol -> new ArrayList<>())
                        .add(security.portfolio()));
        List<Finding> findings = new ArrayList<>();
        held.forEach((symbol, portfolios) -> {
            Resolution resolution = resolved.get(symbol);
            if (resolution == null) {
                throw new IllegalStateException("The held symbol " + symbol + " is not in the security master");
            }
            String detail = String.join("; ", resolution.reasons());
            String remedy = "POST /v1/symbols/" + symbol + "/overrides with the value and the reason";
            switch (resolution.state()) {
                case MAPPED -> {}
                case UNMAPPED ->
                    findings.add(Finding.of(FindingCode.UNMAPPED_SYMBOL, symbol, portfolios, detail, remedy));
                case AMBIGUOUS ->
                    findings.add(Finding.of(FindingCode.AMBIGUOUS_SYMBOL, symbol, portfolios, detail, remedy));
            }
        });
        return findings;
    }
}
