package io.dawsos;

import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.SecurityStore;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.PackRule;
import io.dawsos.provider.DemoMarket;
import io.dawsos.provider.MarketFolder;
import io.dawsos.provider.NoMarket;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where prices, rates and splits come from: the shipped demo market, except in production, and beside it the files of {@code MARKET_PATH}.
 *
 * @param rule over every security that is known and the currencies that they and the house need
 */
record Markets(MarketData data, PackRule rule) {

    private static final Logger LOG = LoggerFactory.getLogger(Markets.class);

    /**
     * Adds the securities of the demo and of the files to the master, and reads what is in it then; faults of the files are logged, the
     * others serve. Data of a source that is not set up say so when they are asked for.
     */
    static Markets open(Settings settings, SecurityStore securities) {
        List<Currency> currencies = new ArrayList<>(List.of(settings.houseCurrency()));
        Optional<MarketData> data = Optional.empty();
        if (settings.environment() != Settings.Environment.PRODUCTION) {
            DemoMarket demo = DemoMarket.load();
            securities.add(demo.securities());
            data = Optional.of(demo);
            currencies.addAll(demo.currencies());
        }
        Optional<MarketFolder> folder = settings.packs().marketPath().map(MarketFolder::open);
        if (folder.isPresent()) {
            MarketFolder.ReadSecurities read = folder.get().securities();
            read.faults().forEach(LOG::warn);
            securities.add(read.securities());
            MarketData files = folder.get();
            data = data.map(demo -> demo.and(files)).or(() -> Optional.of(files));
        }
        return new Markets(data.orElseGet(NoMarket::new), rule(settings, securities.all(), currencies));
    }

    private static PackRule rule(Settings settings, List<Security> securities, List<Currency> currencies) {
        Map<String, Currency> bySymbol = new TreeMap<>();
        securities.forEach(security -> bySymbol.put(security.symbol(), security.currency()));
        currencies.addAll(bySymbol.values());
        return PackRule.ecbClose(bySymbol, currencies)
                .withLimits(settings.packs().limits());
    }
}
