package io.dawsos.portfolio;

import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPacks;

/** Histories of two days or three over a portfolio of 20,000 CAD: 50 AAPL at 150 USD, 2,500 USD and 6,500 CAD, the dollar at 1.35. */
final class TestingHistory {

    private TestingHistory() {}

    static PriceBook pack(String day, String apple, String rate) {
        return TestingPacks.on(day)
                .price("AAPL", apple, "USD")
                .rate("USD", "CAD", rate)
                .book();
    }

    static TestingJournal funded() {
        return new TestingJournal("CAD")
                .on("2024-01-02")
                .deposit("CAD", "20000")
                .convert("CAD", "13500", "USD", "10000")
                .buy("AAPL", "USD", "50", "150", "0", "1.35");
    }

    static HoldingDay row(HistoryDay day, String holding) {
        return day.holdings().stream()
                .filter(row -> row.holding().equals(holding))
                .findFirst()
                .orElseThrow();
    }

    static double contributions(HistoryDay day) {
        return day.holdings().stream()
                .filter(row -> !row.currencyTotal())
                .mapToDouble(row -> row.localSum() + row.fxSum() + row.interactionSum())
                .sum();
    }
}
