package io.dawsos.testing;

import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Packs in memory, all fresh. */
public final class TestingPricingPacks implements PricingPacks {

    private final List<PriceBook> books;

    /** @param books by date */
    public TestingPricingPacks(List<PriceBook> books) {
        this.books = List.copyOf(books);
    }

    private static PricingPack pack(PriceBook book) {
        return new PricingPack(
                book.pack(),
                "TEST",
                "0".repeat(64),
                List.copyOf(book.providers()),
                PackStatus.FRESH,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    @Override
    public Optional<PricingPack> newestAtOrBefore(LocalDate day) {
        return books.stream()
                .filter(book -> !book.date().isAfter(day))
                .reduce((first, second) -> second)
                .map(TestingPricingPacks::pack);
    }

    @Override
    public Optional<PricingPack> newestFreshAtOrBefore(LocalDate day) {
        return newestAtOrBefore(day);
    }

    @Override
    public Optional<PricingPack> newest() {
        return newestAtOrBefore(LocalDate.MAX);
    }

    @Override
    public Optional<PricingPack> oldest() {
        return books.stream().findFirst().map(TestingPricingPacks::pack);
    }

    @Override
    public Optional<PricingPack> find(PackId id) {
        return books.stream().filter(book -> book.pack().equals(id)).findFirst().map(TestingPricingPacks::pack);
    }

    @Override
    public PriceBook open(PackId id) {
        return books.stream()
                .filter(book -> book.pack().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no pack " + id));
    }

    @Override
    public List<PackId> between(LocalDate from, LocalDate to) {
        return books.stream()
                .map(PriceBook::pack)
                .filter(id -> !id.date().isBefore(from) && !id.date().isAfter(to))
                .toList();
    }
}
