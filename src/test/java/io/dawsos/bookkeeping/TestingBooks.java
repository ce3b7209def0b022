package io.dawsos.bookkeeping;

import io.dawsos.execution.AuditLog;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import io.dawsos.testing.TestingSecurities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Readers and writer over a real repository; portfolios, packs, audit and import are in memory. Today is 2024-03-01. */
final class TestingBooks implements AutoCloseable {

    static final Caller CALLER = new Caller(new UUID(0, 1), "f".repeat(32));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-01T12:00:00Z"), ZoneOffset.UTC);

    final LedgerRepository repository;
    final Portfolios portfolios = new TestingPortfolios();
    final List<AuditLog.Entry> audited = new ArrayList<>();
    final List<String> imported = new ArrayList<>();
    final Sources sources;
    final TradeReader trades;
    final CashReader cash;
    final CorporateActionReader actions;
    final PortfolioDesk desk;
    final LedgerWriter writer;
    boolean importFails;
    boolean auditFails;

    TestingBooks(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("README.md", "A ledger\n".getBytes(StandardCharsets.UTF_8));
        repository = LedgerRepository.initialise(folder, files, CLOCK.instant());
        AtomicLong ids = new AtomicLong(100);
        sources = new Sources(
                portfolios,
                new TestingSecurities()
                        .equity("AAPL", "Apple", "USD", "Technology")
                        .equity("RY.TO", "Royal Bank", "CAD", "Financials"),
                new TestingPricingPacks(List.of(TestingPacks.on("2024-01-05")
                        .rate("USD", "CAD", "1.336")
                        .book())),
                this::audit,
                CLOCK,
                2,
                () -> new UUID(0, ids.incrementAndGet()));
        trades = new TradeReader(
                sources,
                (user, id) -> portfolios.of(user).stream().map(Portfolio::id).findFirst());
        cash = new CashReader(sources);
        actions = new CorporateActionReader(sources);
        desk = new PortfolioDesk(sources);
        writer = new LedgerWriter(new LedgerWriter.Parts(
                repository, () -> () -> {}, portfolios, this::imported, this::audit, () -> {}, CLOCK));
    }

    private void audit(AuditLog.Entry entry) {
        if (auditFails) {
            throw new IllegalStateException("The audit log is full");
        }
        audited.add(entry);
    }

    private void imported(Portfolio portfolio, LedgerBook book) {
        if (importFails) {
            throw new IllegalStateException("The database is away");
        }
        imported.add(book.commit());
    }

    /** All stations of a write, one after the other. */
    WriteAnswer write(LedgerWrite write) {
        return writer.complete(writer.commit(writer.draft(write)));
    }

    /** A portfolio in CAD. */
    Portfolio portfolio(String name) {
        return portfolio(name, "FIFO");
    }

    /** One in CAD whose sales take lots in another way. */
    Portfolio portfolio(String name, String bookingMethod) {
        write(desk.create(
                json("{'name':'" + name + "','base_currency':'CAD','booking_method':'" + bookingMethod + "'}"),
                CALLER));
        return portfolios.of(CALLER.userId()).get(portfolios.of(CALLER.userId()).size() - 1);
    }

    WriteAnswer deposit(Portfolio portfolio, String amount, String currency, String day) {
        return write(cash.read(
                json("{'portfolio_id':'" + portfolio.id() + "','type':'deposit','amount':" + amount + ",'currency':'"
                        + currency + "','date':'" + day + "','fx_rate':"
                        + (currency.equals("CAD") ? "1" : "1.35") + "}"),
                CALLER));
    }

    WriteAnswer trade(Portfolio portfolio, String members) {
        return write(trades.trade(json("{'portfolio_id':'" + portfolio.id() + "'," + members + "}"), CALLER));
    }

    /** The journal read again from the head, from scratch. */
    LedgerBook book(Portfolio portfolio) {
        String head = repository.head();
        return Journals.read(repository.at(head), portfolio.ledgerPath(), head);
    }

    String journal(Portfolio portfolio) {
        return repository
                .at(repository.head())
                .read(portfolio.ledgerPath())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    static byte[] json(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static Currency cad() {
        return Currency.getInstance("CAD");
    }

    @Override
    public void close() {
        repository.close();
    }
}
