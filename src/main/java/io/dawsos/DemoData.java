package io.dawsos;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.HistoryBuilder;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.nightly.Nightly;
import io.dawsos.nightly.PackJob;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStore;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;

/** Brings the database up to the shipped market data and the ledger's head. Costs little when nothing is new. */
final class DemoData {

    private DemoData() {}

    static void load(Database database, LedgerRepository ledger) {
        String commit = ledger.head();
        LedgerBook book = Journals.read(ledger.at(commit), DemoSeed.PORTFOLIO.ledgerPath(), commit);
        DemoMarket market = DemoMarket.load();
        PackStore packs = database.packStore();
        Nightly nightly = new Nightly(
                new PackJob(market, rule(market), database.pricingPacks(), packs),
                new LedgerJob(
                        database.ledgerSnapshots(),
                        database.portfolioHistoryStore(),
                        new HistoryBuilder(database.packArchive(), database.portfolioHistoryStore())),
                database.pricingPacks(),
                packs);
        new DemoSeed(database.portfolios(), database.securityStore(), nightly)
                .run(market.securities(), book, market.firstDay(), market.lastDay());
    }

    private static PackRule rule(DemoMarket market) {
        return PackRule.ecbClose(
                market.securities().stream().map(security -> security.symbol()).toList(), market.currencies());
    }
}
