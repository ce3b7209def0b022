package io.dawsos.testing;

import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.PriceHistory;
import java.util.List;

/** Prices over time in memory; none is ever restated. */
public final class TestingPriceHistory implements PriceHistory {

    private final List<PriceBook> books;

    /** @param books by date */
    public TestingPriceHistory(List<PriceBook> books) {
        this.books = List.copyOf(books);
    }

    @Override
    public List<PriceBook> books(Query query) {
        return books.stream()
                .filter(book -> !book.date().isBefore(query.from())
                        && !book.date().isAfter(query.knownBy().date()))
                .map(book -> narrowed(book, query))
                .toList();
    }

    private static PriceBook narrowed(PriceBook book, Query query) {
        return new PriceBook(
                book.pack(),
                book.prices().stream()
                        .filter(price -> query.symbols().contains(price.symbol()))
                        .toList(),
                book.quotes().stream()
                        .filter(quote -> query.currencies().contains(quote.base())
                                || query.currencies().contains(quote.quote()))
                        .toList());
    }
}
