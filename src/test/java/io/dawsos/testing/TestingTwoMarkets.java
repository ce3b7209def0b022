package io.dawsos.testing;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.PackRule;
import io.dawsos.provider.DemoMarket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The demo market with the two securities that only the euro portfolio holds. */
public final class TestingTwoMarkets implements MarketData {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<String> MORE = List.of("MC.PA", "SAP.DE");

    private final DemoMarket demo;
    private final TestingMarket euro =
            new TestingMarket(Path.of("src/test/resources/ledger/euro")).in("EUR", MORE.toArray(new String[0]));

    public TestingTwoMarkets(DemoMarket demo) {
        this.demo = demo;
    }

    public List<Security> securities() {
        List<Security> all = new ArrayList<>(demo.securities());
        all.add(new Security(
                "MC.PA", "LVMH", EUR, "Euronext Paris", "equity", Optional.of("Consumer Discretionary"), "FR"));
        all.add(new Security("SAP.DE", "SAP SE", EUR, "XETRA", "equity", Optional.of("Information Technology"), "DE"));
        return all;
    }

    public PackRule rule() {
        Map<String, Currency> currencies = new TreeMap<>();
        securities().forEach(security -> currencies.put(security.symbol(), security.currency()));
        return PackRule.ecbClose(currencies, demo.currencies());
    }

    @Override
    public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
        List<MarketRow> closes = euro.rows(rule, from, to).rows().stream()
                .filter(row -> MORE.contains(row.symbol()))
                .toList();
        return demo.rows(rule, from, to).and(new MarketRows(closes, List.of()));
    }
}
