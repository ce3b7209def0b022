package io.dawsos.symbol;

import io.dawsos.symbol.Resolution.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is gathered about one symbol, on its way to a {@link Resolution}. */
final class SymbolDraft {

    private final Listing listing;
    private final SortedMap<SymbolField, Value> values = new TreeMap<>();
    /** What the providers say, by identifier; the text with those who say it. */
    private final SortedMap<SymbolField, SortedMap<String, String>> said = new TreeMap<>();

    private final SortedMap<SymbolField, Optional<String>> overrides = new TreeMap<>();
    private final List<String> doubts = new ArrayList<>();

    SymbolDraft(Listing listing) {
        this.listing = listing;
        Optional<Exchange> exchange = Exchange.named(listing.exchange());
        exchange.ifPresent(known -> values.put(SymbolField.MIC, new Value(known.mic(), "rule")));
        Symbols.spellings(listing.symbol(), exchange)
                .forEach((field, text) -> values.put(field, new Value(text, "rule")));
    }

    void add(SymbolFact fact) {
        SymbolField.spelledBy(fact.provider())
                .ifPresent(field -> values.put(field, new Value(fact.providerSymbol(), fact.provider())));
        for (SymbolField field : List.of(SymbolField.FIGI, SymbolField.ISIN, SymbolField.CUSIP)) {
            fact.identifier(field)
                    .ifPresent(text -> said.computeIfAbsent(field, key -> new TreeMap<>())
                            .merge(text, fact.provider(), (first, next) -> first + ", " + next));
        }
    }

    void add(SymbolOverride override) {
        overrides.put(override.field(), override.value());
    }

    /** Decides each field, from what was added. */
    void settle() {
        overrides.forEach((field, value) -> value.ifPresent(text -> {
            values.put(field, new Value(text, "override"));
            said.remove(field);
        }));
        said.forEach(this::settle);
        deriveCusip();
        doubtSuffix();
    }

    private void settle(SymbolField field, Map<String, String> claims) {
        if (claims.size() == 1) {
            claims.forEach((text, providers) -> values.put(field, new Value(text, providers)));
            return;
        }
        String all = claims.entrySet().stream()
                .map(claim -> claim.getKey() + " says " + claim.getValue())
                .collect(Collectors.joining(", "));
        doubt("providers disagree on its " + field.key() + " (" + all + "); override it");
    }

    /** Characters 3 to 11 of an ISIN of the United States or Canada are the CUSIP (ISO 6166, national numbering agencies). */
    private void deriveCusip() {
        value(SymbolField.ISIN)
                .map(Value::text)
                .filter(isin -> isin.startsWith("US") || isin.startsWith("CA"))
                .map(isin -> isin.substring(2, 11))
                .filter(SymbolField.CUSIP::accepts)
                .ifPresent(cusip -> values.putIfAbsent(SymbolField.CUSIP, new Value(cusip, "isin")));
    }

    private void doubtSuffix() {
        Optional<Exchange> suffix = Exchange.ofSuffix(listing.symbol());
        Optional<String> mic = value(SymbolField.MIC).map(Value::text);
        if (suffix.isPresent() && mic.isPresent() && !suffix.get().mic().equals(mic.get()) && !isDecided()) {
            doubt("its suffix is that of " + suffix.get().mic() + ", its exchange is " + mic.get()
                    + "; override its mic");
        }
    }

    private boolean isDecided() {
        return overrides.getOrDefault(SymbolField.MIC, Optional.empty()).isPresent();
    }

    void doubt(String reason) {
        doubts.add(reason);
    }

    Optional<Value> value(SymbolField field) {
        return Optional.ofNullable(values.get(field));
    }

    Resolution resolution() {
        List<String> reasons = new ArrayList<>(doubts);
        if (value(SymbolField.MIC).isEmpty()) {
            reasons.add(
                    "its exchange '" + listing.exchange() + "' has no known market identifier code; override its mic");
        }
        boolean named =
                value(SymbolField.FIGI).isPresent() || value(SymbolField.ISIN).isPresent();
        if (!named && doubts.isEmpty()) {
            reasons.add("neither a FIGI nor an ISIN is known; override one of them");
        }
        Resolution.State state = !doubts.isEmpty()
                ? Resolution.State.AMBIGUOUS
                : reasons.isEmpty() ? Resolution.State.MAPPED : Resolution.State.UNMAPPED;
        return new Resolution(listing, state, values, reasons);
    }
}
