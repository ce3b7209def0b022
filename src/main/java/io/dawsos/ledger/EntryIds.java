package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Place;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The ids of entries in booking order: metadata {@code id}, or {@code file:line}; each may stand once. */
final class EntryIds {

    private final Map<String, Place> places = new TreeMap<>();
    private final Faults faults;

    EntryIds(Faults faults) {
        this.faults = faults;
    }

    String take(Directive.Transaction entry) {
        String id = new EntryMetadata(entry, faults)
                .text("id")
                .orElseGet(() -> entry.place().toString());
        Place known = places.putIfAbsent(id, entry.place());
        if (known != null) {
            faults.add(entry.place(), "the id '" + id + "' is that of the entry at " + known + " already");
        }
        return id;
    }

    /** Where an entry that came before has this id. */
    Optional<Place> find(String id) {
        return Optional.ofNullable(places.get(id));
    }
}
