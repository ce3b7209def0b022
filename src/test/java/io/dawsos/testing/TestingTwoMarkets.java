package io.dawsos.testing;

import io.dawsos.portfolio.Security;
import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.Split;
import io.dawsos.provider.DemoMarket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

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
        return PackRule.ecbClose(securities().stream().map(Security::symbol).toList(), demo.currencies());
    }

    @Override
    public List<Price> closes(Collection<String> symbols, LocalDate from, LocalDate to) {
        List<Price> all = new ArrayList<>(demo.closes(symbols, from, to));
        all.addAll(euro.closes(MORE, from, to));
        return all;
    }

    @Override
    public List<FxQuote> rates(Collection<Currency> currencies, LocalDate from, LocalDate to) {
        return demo.rates(currencies, from, to);
    }

    @Override
    public List<Split> splits(Collection<String> symbols, LocalDate from, LocalDate to) {
        return demo.splits(symbols, from, to);
    }
}
