package io.dawsos;

import io.dawsos.bookkeeping.CashReader;
import io.dawsos.bookkeeping.CorporateActionReader;
import io.dawsos.bookkeeping.LedgerImport;
import io.dawsos.bookkeeping.LedgerWriter;
import io.dawsos.bookkeeping.PortfolioDesk;
import io.dawsos.bookkeeping.Sources;
import io.dawsos.bookkeeping.TradeReader;
import io.dawsos.http.Callers;
import io.dawsos.http.LedgerMessages;
import io.dawsos.http.LotMessages;
import io.dawsos.http.PortfolioMessages;
import io.dawsos.http.TradeMessages;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.portfolio.LedgerRecords;
import io.dawsos.store.Database;
import java.time.Clock;
import java.util.UUID;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** What clients write into the ledger, and the beans that its routes name. */
final class Bookkeeping {

    private final LedgerRecords records;
    private final LedgerWriter writer;
    private final PortfolioDesk portfolios;
    private final TradeReader trades;
    private final CashReader cash;
    private final CorporateActionReader actions;

    Bookkeeping(Database database, LedgerRepository ledger, LedgerHead head, int settlementDays, Clock clock) {
        records = database.ledgerRecords();
        Sources sources = new Sources(
                database.portfolios(),
                database.securities(),
                database.pricingPacks(),
                database.auditLog(),
                clock,
                settlementDays,
                UUID::randomUUID);
        writer = new LedgerWriter(new LedgerWriter.Parts(
                ledger,
                database.writerLock(),
                database.portfolios(),
                imports(database),
                database.auditLog(),
                head::forget,
                clock));
        portfolios = new PortfolioDesk(sources);
        trades = new TradeReader(sources, records::portfolioOf);
        cash = new CashReader(sources);
        actions = new CorporateActionReader(sources);
    }

    /** The same job as in the night. */
    private static LedgerImport imports(Database database) {
        LedgerJob job = LedgerImports.job(database);
        return job::run;
    }

    void bindTo(Main main, Callers callers) {
        bind(main, "lockLedger", LedgerMessages.lock(writer));
        bind(main, "unlockLedger", LedgerMessages::unlock);
        bind(main, "draftEntry", LedgerMessages.draft(writer));
        bind(main, "commitEntry", LedgerMessages.commit(writer));
        bind(main, "importCommit", LedgerMessages.complete(writer));
        bind(main, "writeLedgerAnswer", LedgerMessages::write);
        bind(main, "readPortfolio", LedgerMessages.read(callers, portfolios::create));
        bind(main, "writePortfolio", LedgerMessages::writePortfolio);
        bind(main, "showPortfolio", PortfolioMessages.show(portfolios, callers));
        bind(main, "renamePortfolio", PortfolioMessages.rename(portfolios, callers));
        bind(main, "readTrade", LedgerMessages.read(callers, trades::trade));
        bind(main, "readReversal", LedgerMessages.readReversal(callers, trades::reversal));
        bind(main, "readCash", LedgerMessages.read(callers, cash::read));
        bind(main, "readDividend", LedgerMessages.read(callers, actions::dividend));
        bind(main, "readSplit", LedgerMessages.read(callers, actions::split));
        bind(main, "readWithholdingTax", LedgerMessages.read(callers, actions::withholdingTax));
        TradeMessages entries = new TradeMessages(portfolios, records, callers);
        bind(main, "listTrades", entries.trades());
        bind(main, "listDividends", entries.dividends());
        bind(main, "listLots", LotMessages.lots(portfolios, records, callers));
        bind(main, "listPositions", LotMessages.positions(portfolios, records, callers));
    }

    private static void bind(Main main, String name, Processor processor) {
        main.bind(name, processor);
    }
}
