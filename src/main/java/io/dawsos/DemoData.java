package io.dawsos;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.nightly.Nightly;
import io.dawsos.nightly.PackJob;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.QuarantineListener;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;

/** Brings the database up to the shipped market data and the ledger's head. Costs little when nothing is new. */
final class DemoData {

    private DemoData() {}

    static void load(Database database, LedgerRepository ledger, QuarantineListener listener) {
        String commit = ledger.head();
        LedgerBook book = Journals.read(ledger.at(commit), DemoSeed.PORTFOLIO.ledgerPath(), commit);
        DemoMarket market = DemoMarket.load();
        PackStore packs = database.packStore();
        Nightly nightly = new Nightly(
                new PackJob(market, market.rule(), database.pricingPacks(), packs, listener),
                new LedgerJob(database.ledgerSnapshots(), database.portfolioHistoryStore(), packs, DailyHistory::of),
                database.pricingPacks(),
                packs);
        new DemoSeed(database.portfolios(), database.securityStore(), nightly)
                .run(market.securities(), book, market.firstDay(), market.lastDay());
    }
}
