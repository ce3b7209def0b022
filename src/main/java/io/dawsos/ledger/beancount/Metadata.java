package io.dawsos.ledger.beancount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metadata lines of a directive or a posting, in the order written; each key at most once. */
public record Metadata(List<Item> items) {

    /** One line {@code key: value}. */
    public record Item(Place place, String key, MetaValue value) {}

    static final Metadata NONE = new Metadata(List.of());

    public Metadata {
        items = List.copyOf(items);
    }

    public Optional<Item> find(String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    Metadata with(Item item) {
        List<Item> all = new ArrayList<>(items);
        all.add(item);
        return new Metadata(all);
    }
}
