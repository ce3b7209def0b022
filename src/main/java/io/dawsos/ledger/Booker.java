package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Books a journal, one directive after the other. What is wrong is added to the faults and the rest still checked. */
final class Booker {

    private final Journal journal;
    private final Faults faults;
    private final TransactionKinds kinds;
    private final PostingBooking postings;
    private final Balancing balancing;
    private final AccountBook accounts;
    private final EntryIds ids;
    private final LotBook lots;
    private final ReversalBooking reversals;
    private final TransactionBook transactions;
    private final CashBook cash = new CashBook();

    Booker(Journal journal, Faults faults) {
        FxRates rates = new FxRates(journal.options().base(), faults);
        this.journal = journal;
        this.faults = faults;
        this.kinds = new TransactionKinds(faults);
        this.lots = new LotBook(journal.options().booking());
        this.postings = new PostingBooking(lots, rates, faults);
        this.balancing = new Balancing(journal.options().tolerances(), faults);
        this.accounts = new AccountBook(faults);
        this.ids = new EntryIds(faults);
        this.reversals = new ReversalBooking(journal, ids, lots, faults);
        this.transactions = new TransactionBook(journal, rates, faults);
    }

    /** To be called once; the result may only be used when no fault was found. */
    LedgerBook book(String commit) {
        CommodityNames names = new CommodityNames(faults);
        for (Directive directive : journal.directives()) {
            if (directive instanceof Directive.Open open) {
                accounts.open(open);
                lots.open(open);
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
                commit, journal.path(), journal.options().base(), transactions.all(), lots.periods(), cash.close());
    }

    private void book(Directive.Transaction entry) {
        int before = faults.count();
        String id = ids.take(entry);
        addStated(entry);
        Optional<String> reversed = reversals.of(entry);
        if (reversed.isPresent()) {
            reversals
                    .book(entry, reversed.get())
                    .filter(fits -> faults.count() == before)
                    .ifPresent(reversal -> add(entry, id, reversal));
            return;
        }
        List<BookedPosting> stated = stated(entry);
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
            kinds.of(booked)
                    .filter(kind -> faults.count() == before)
                    .ifPresent(kind -> reversals.keep(booked, transactions.add(booked, kind, id)));
        }
    }

    private List<BookedPosting> stated(Directive.Transaction entry) {
        Optional<TransactionKind> action = kinds.corporateAction(entry);
        if (action.isEmpty()) {
            return postings.book(entry);
        }
        return action.get() == TransactionKind.SPLIT
                ? new SplitBooking(postings, faults).book(entry)
                : new ExchangeBooking(postings, faults).book(entry, action.get());
    }

    private void add(Directive.Transaction entry, String id, ReversalBooking.Reversal reversal) {
        reversal.open()
                .ifPresent(posting -> reversal.workedOut()
                        .forEach(units -> accounts.add(posting.place(), posting.account(), units, entry.date())));
        BookedEntry booked = new BookedEntry(entry, reversal.legs());
        booked.cash().forEach((code, amount) -> cash.add(CurrencyCodes.require(code), entry.date(), amount));
        transactions.addReversal(reversal.original().transaction(), entry, id);
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
}
