package io.dawsos.symbol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes of rules, facts and overrides what each symbol comes to. An override goes before a provider's fact, that before a rule. Nothing is
 * chosen where sources disagree: the field stays empty and the symbol is ambiguous until somebody overrides it.
 */
public final class SymbolResolver {

    /** What must belong to one symbol alone. One ISIN is shared by the listings of a share on several exchanges. */
    private static final List<SymbolField> UNIQUE =
            List.of(SymbolField.FIGI, SymbolField.FMP, SymbolField.POLYGON, SymbolField.YAHOO);

    private final Map<String, SymbolDraft> drafts = new LinkedHashMap<>();

    private SymbolResolver(SymbolKnowledge known) {
        known.listings().forEach(listing -> drafts.put(listing.symbol(), new SymbolDraft(listing)));
        known.facts().forEach(fact -> {
            SymbolDraft draft = drafts.get(fact.symbol());
            if (draft != null) {
                draft.add(fact);
            }
        });
        known.overrides().forEach(override -> {
            SymbolDraft draft = drafts.get(override.symbol());
            if (draft != null) {
                draft.add(override);
            }
        });
    }

    /** Every listing of what is known, by symbol. */
    public static SortedMap<String, Resolution> resolve(SymbolKnowledge known) {
        SymbolResolver resolver = new SymbolResolver(known);
        resolver.drafts.values().forEach(SymbolDraft::settle);
        UNIQUE.forEach(resolver::tellRivals);
        SortedMap<String, Resolution> resolved = new TreeMap<>();
        resolver.drafts.forEach((symbol, draft) -> resolved.put(symbol, draft.resolution()));
        return Collections.unmodifiableSortedMap(resolved);
    }

    private void tellRivals(SymbolField field) {
        Map<String, SortedSet<String>> claims = new LinkedHashMap<>();
        drafts.forEach((symbol, draft) -> draft.value(field)
                .ifPresent(value -> claims.computeIfAbsent(value.text(), text -> new TreeSet<>())
                        .add(symbol)));
        claims.forEach((text, symbols) -> {
            if (symbols.size() > 1) {
                symbols.forEach(symbol -> {
                    List<String> others = new ArrayList<>(symbols);
                    others.remove(symbol);
                    SymbolDraft draft = drafts.get(symbol);
                    if (draft != null) {
                        draft.doubt(field.key() + " " + text + " is claimed by " + String.join(", ", others)
                                + " too; override it where it is wrong");
                    }
                });
            }
        });
    }
}
