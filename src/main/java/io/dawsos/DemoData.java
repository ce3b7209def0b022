package io.dawsos;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.metrics.RiskFree;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.FactorsJob;
import io.dawsos.nightly.IndicatorsJob;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.nightly.MetricsJob;
import io.dawsos.nightly.NightJob;
import io.dawsos.nightly.Nightly;
import io.dawsos.nightly.PackJob;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStore;
import io.dawsos.provider.DemoActions;
import io.dawsos.provider.DemoIndicators;
import io.dawsos.provider.DemoMarket;
import io.dawsos.provider.DemoSymbols;
import io.dawsos.store.Database;
import java.util.List;

/** Brings the database up to the shipped market data and the ledger's head. Costs little when nothing is new. */
final class DemoData {

    private DemoData() {}

    static void load(Database database, LedgerRepository ledger, String benchmark) {
        String commit = ledger.head();
        LedgerBook book = Journals.read(ledger.at(commit), DemoSeed.PORTFOLIO.ledgerPath(), commit);
        DemoMarket market = DemoMarket.load();
        database.securityStore().add(market.securities());
        // before any pack is made, so that packs may know of them
        database.corporateActionStore().add(DemoActions.load());
        PackStore packs = database.packStore();
        Nightly nightly = new Nightly(
                new PackJob(market, rule(market), database.pricingPacks(), packs),
                new LedgerJob(database.ledgerSnapshots(), database.portfolioHistoryStore(), packs, DailyHistory::of),
                database.pricingPacks(),
                packs,
                prewarm(database, benchmark));
        new DemoSeed(database.portfolios(), database.securityStore(), nightly)
                .run(market.securities(), book, market.firstDay(), market.lastDay());
        database.symbols().record(DemoSymbols.load());
    }

    private static List<NightJob> prewarm(Database database, String benchmark) {
        return List.of(
                new IndicatorsJob(
                        new DemoIndicators(),
                        database.packIndicators(),
                        database.packStore(),
                        List.of(RiskFree.SERIES)),
                new MetricsJob(
                        new MetricsJob.Sources(
                                database.pricingPacks(), database.portfolios(), database.portfolioHistory()),
                        Wiring.benchmarks(database, benchmark),
                        database.portfolioMetrics()),
                new FactorsJob(
                        database.pricingPacks(),
                        database.securities(),
                        database.priceHistory(),
                        database.benchmarkReturns()));
    }

    private static PackRule rule(DemoMarket market) {
        return PackRule.ecbClose(
                market.securities().stream().map(security -> security.symbol()).toList(), market.currencies());
    }
}
