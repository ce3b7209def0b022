package io.dawsos.ledger;

import io.dawsos.ledger.beancount.BookingMethod;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.JournalReader;
import io.dawsos.ledger.beancount.JournalSource;
import io.dawsos.ledger.beancount.MetaValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A journal as somebody finds it who wants to add to it: what it says, and what that amounts to. All checks of the loader have passed. */
public record JournalState(Journal journal, LedgerBook book) {

    /**
     * Reads and books a journal.
     *
     * @throws io.dawsos.ledger.beancount.JournalException with every fault, when there is any
     */
    public static JournalState read(JournalSource source, String path, String commit) {
        Faults faults = new Faults();
        Journal journal = JournalReader.read(source, path, faults);
        LedgerBook book = new Booker(journal, faults).book(commit);
        faults.throwIfAny();
        return new JournalState(journal, book);
    }

    /** The same with another content of one file: what would be there if it were committed. */
    public static JournalState read(JournalSource source, String path, byte[] content, String commit) {
        return read(new ChangedSource(source, path, content), path, commit);
    }

    /** Accounts that were ever opened. */
    public NavigableSet<String> accounts() {
        NavigableSet<String> accounts = new TreeSet<>();
        journal.directives().forEach(directive -> {
            if (directive instanceof Directive.Open open) {
                accounts.add(open.account());
            }
        });
        return accounts;
    }

    /** Which lots a sale from the account takes whose braces leave that open. */
    public BookingMethod booking(String account) {
        return journal.directives().stream()
                .filter(Directive.Open.class::isInstance)
                .map(Directive.Open.class::cast)
                .filter(open -> open.account().equals(account))
                .findFirst()
                .flatMap(Directive.Open::booking)
                .orElseGet(() -> journal.options().booking());
    }

    /** Lots open at the end of the day, by symbol and lot. */
    public List<LotPeriod> lots(LocalDate day) {
        return book.lots().stream()
                .filter(lot -> !lot.from().isAfter(day)
                        && lot.until().filter(until -> !until.isAfter(day)).isEmpty())
                .toList();
    }

    /** Lots of one security open at the end of the day, by number. */
    public NavigableMap<Integer, LotPeriod> lots(String symbol, LocalDate day) {
        NavigableMap<Integer, LotPeriod> lots = new TreeMap<>();
        lots(day).stream().filter(lot -> lot.symbol().equals(symbol)).forEach(lot -> lots.put(lot.lot(), lot));
        return lots;
    }

    /** Cash of one currency at the end of the day. */
    public BigDecimal cash(Currency currency, LocalDate day) {
        return book.cash().stream()
                .filter(period -> period.currency().equals(currency)
                        && !period.from().isAfter(day)
                        && period.until().filter(until -> !until.isAfter(day)).isEmpty())
                .map(CashPeriod::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The transaction with this metadata {@code id}. */
    public Optional<Directive.Transaction> entry(String id) {
        return withText("id", id);
    }

    /** The transaction whose metadata {@code reverses} names this one. */
    public Optional<Directive.Transaction> reversalOf(String id) {
        return withText("reverses", id);
    }

    /** The text of a transaction's metadata. */
    public static Optional<String> text(Directive.Transaction entry, String key) {
        return entry.metadata()
                .find(key)
                .flatMap(item ->
                        item.value() instanceof MetaValue.Text text ? Optional.of(text.text()) : Optional.empty());
    }

    private Optional<Directive.Transaction> withText(String key, String wanted) {
        return journal.directives().stream()
                .filter(Directive.Transaction.class::isInstance)
                .map(Directive.Transaction.class::cast)
                .filter(entry -> text(entry, key).filter(wanted::equals).isPresent())
                .findFirst();
    }
}
