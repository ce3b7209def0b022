package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books a journal, one directive after the other. What is wrong is added to the faults and the rest still checked. */
final class Booker {

    private final Journal journal;
    private final Faults faults;
    private final FxRates rates;
    private final TransactionKinds kinds;
    private final PostingBooking postings;
    private final SplitBooking splits;
    private final Balancing balancing;
    private final AccountBook accounts;
    private final LotBook lots = new LotBook();
    private final CashBook cash = new CashBook();
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private final List<String> commodities;

    Booker(Journal journal, Faults faults) {
        this.journal = journal;
        this.faults = faults;
        this.rates = new FxRates(journal.options().base(), faults);
        this.kinds = new TransactionKinds(faults);
        this.postings = new PostingBooking(lots, rates, faults);
        this.splits = new SplitBooking(postings, faults);
        this.balancing = new Balancing(journal.options().tolerances(), faults);
        this.accounts = new AccountBook(faults);
        this.commodities =
                journal.commodities().stream().map(Directive.Commodity::name).toList();
    }

    /** To be called once; the result may only be used when no fault was found. */
    LedgerBook book(String commit) {
        CommodityNames names = new CommodityNames(faults);
        for (Directive directive : journal.directives()) {
            if (directive instanceof Directive.Open open) {
                accounts.open(open);
            } else if (directive instanceof Directive.Close close) {
                accounts.close(close);
            } else if (directive instanceof Directive.Balance balance) {
                accounts.check(balance);
            } else if (directive instanceof Directive.Transaction transaction) {
                book(transaction);
            } else if (directive instanceof Directive.Commodity commodity) {
                names.add(commodity);
            }
        }
        return new LedgerBook(
                commit, journal.path(), journal.options().base(), transactions, lots.periods(), cash.close());
    }

    private void book(Directive.Transaction entry) {
        int before = faults.count();
        addStated(entry);
        List<BookedPosting> stated = kinds.isSplit(entry) ? splits.book(entry) : postings.book(entry);
        if (!isWhole(entry, stated)) {
            // what could not be booked is told already, and would only make the entry miss zero as well
            return;
        }
        List<BookedPosting> complete = balancing.complete(entry, stated);
        complete.subList(stated.size(), complete.size())
                .forEach(leg -> accounts.add(leg.place(), leg.account(), leg.units(), entry.date()));
        BookedEntry booked = new BookedEntry(entry, complete);
        booked.cash().forEach((code, amount) -> cash.add(CurrencyCodes.require(code), entry.date(), amount));
        if (faults.count() == before) {
            kinds.of(booked).filter(kind -> faults.count() == before).ifPresent(kind -> add(booked, kind));
        }
    }

    private void addStated(Directive.Transaction entry) {
        for (Posting posting : entry.postings()) {
            posting.units().ifPresent(units -> accounts.add(posting.place(), posting.account(), units, entry.date()));
        }
        if (entry.postings().isEmpty()) {
            faults.add(entry.place(), "the entry has no postings");
        }
    }

    private static boolean isWhole(Directive.Transaction entry, List<BookedPosting> booked) {
        BigDecimal stated = entry.postings().stream()
                .map(Posting::units)
                .flatMap(Optional::stream)
                .map(Quantity::number)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal legs = booked.stream().map(leg -> leg.units().number()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return stated.compareTo(legs) == 0;
    }

    private void add(BookedEntry booked, TransactionKind kind) {
        Directive.Transaction source = booked.source();
        EntryFacts facts = new EntryFacts(
                booked,
                kind,
                EntryFacts.currency(booked, kind, journal.options().base()),
                faults);
        facts.checkCurrency();
        EntryMetadata metadata = new EntryMetadata(source, faults);
        transactions.add(new LedgerTransaction(
                metadata.text("id").orElse(source.place().toString()),
                transactions.size(),
                source.date(),
                kind,
                source.narration(),
                facts.symbol(commodities),
                facts.quantity(),
                facts.price(),
                facts.currency(),
                rates.rate(source, facts.currency()),
                facts.commission(),
                facts.gross(),
                facts.withheld(),
                facts.realizedGain(),
                metadata.day("ex_date"),
                metadata.day("pay_date"),
                facts.cash()));
    }
}
