package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Journal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The booked transactions, in booking order. */
final class TransactionBook {

    private final Currency base;
    private final List<String> commodities;
    private final FxRates rates;
    private final Faults faults;
    private final List<LedgerTransaction> transactions = new ArrayList<>();

    TransactionBook(Journal journal, FxRates rates, Faults faults) {
        this.base = journal.options().base();
        this.commodities =
                journal.commodities().stream().map(Directive.Commodity::name).toList();
        this.rates = rates;
        this.faults = faults;
    }

    List<LedgerTransaction> all() {
        return transactions;
    }

    LedgerTransaction add(BookedEntry booked, TransactionKind kind, String id) {
        Directive.Transaction source = booked.source();
        EntryFacts facts = new EntryFacts(booked, kind, EntryFacts.currency(booked, kind, base), faults);
        facts.checkCurrency();
        EntryMetadata metadata = new EntryMetadata(source, faults);
        Optional<String> symbol = facts.symbol(commodities);
        LedgerTransaction transaction = new LedgerTransaction(
                id,
                transactions.size(),
                source.date(),
                kind,
                source.narration(),
                symbol,
                facts.quantity(symbol),
                facts.price(),
                facts.currency(),
                rates.rate(source, facts.currency()),
                facts.commission(),
                facts.gross(),
                facts.withheld(),
                facts.realizedGain(),
                metadata.day("ex_date"),
                metadata.day("pay_date"),
                facts.cash(),
                facts.received(symbol),
                Optional.empty());
        transactions.add(transaction);
        return transaction;
    }

    void addReversal(LedgerTransaction reversed, Directive.Transaction source, String id) {
        transactions.add(reversed.reversed(id, transactions.size(), source.date(), source.narration()));
    }
}
