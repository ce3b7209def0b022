package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Metadata;
import io.dawsos.ledger.beancount.Place;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Books entries with metadata {@code reverses}, the one way to correct: the entry must be the exact negative of the one it names, once, and
 * both stay visible. Lots are put back as they were, so that what changed them since must be reversed first.
 */
final class ReversalBooking {

    /** What a reversal undoes. */
    record Original(BookedEntry booked, LedgerTransaction transaction) {}

    /**
     * A reversal that fits.
     *
     * @param legs all its legs
     * @param workedOut those of them that were left open
     */
    record Reversal(Original original, List<BookedPosting> legs, List<Quantity> workedOut, Optional<Posting> open) {}

    private final EntryIds ids;
    private final LotUndo undo;
    private final Faults faults;
    private final NavigableSet<String> wanted = new TreeSet<>();
    private final Map<String, Original> originals = new TreeMap<>();
    private final Map<String, Place> reversed = new TreeMap<>();

    ReversalBooking(Journal journal, EntryIds ids, LotBook lots, Faults faults) {
        this.ids = ids;
        this.undo = new LotUndo(lots);
        this.faults = faults;
        journal.transactions().forEach(entry -> stated(entry).ifPresent(wanted::add));
    }

    /** The id that the entry reverses, if it is a reversal. */
    Optional<String> of(Directive.Transaction entry) {
        return new EntryMetadata(entry, faults).text("reverses");
    }

    private static Optional<String> stated(Directive.Transaction entry) {
        return entry.metadata()
                .find("reverses")
                .map(Metadata.Item::value)
                .flatMap(value -> value instanceof MetaValue.Text text ? Optional.of(text.text()) : Optional.empty());
    }

    /** Remembers an entry for the reversals to come; costs nothing in a journal that reverses nothing. */
    void keep(BookedEntry booked, LedgerTransaction transaction) {
        if (wanted.isEmpty()) {
            return;
        }
        undo.happened(booked, transaction.sequence());
        if (wanted.contains(transaction.id())) {
            originals.put(transaction.id(), new Original(booked, transaction));
        }
    }

    /** Checks the entry and puts the lots back; empty, with a fault, when it does not fit. */
    Optional<Reversal> book(Directive.Transaction entry, String id) {
        Original original = originals.get(id);
        if (original == null) {
            tellMissing(entry, id);
            return Optional.empty();
        }
        Place before = reversed.putIfAbsent(id, entry.place());
        if (before != null) {
            faults.add(entry.place(), "'" + id + "' is reversed at " + before + " already");
            return Optional.empty();
        }
        Optional<Reversal> reversal = negativeOf(entry, id, original);
        reversal.flatMap(fits ->
                        undo.undo(original.booked(), original.transaction().sequence(), entry.date()))
                .ifPresent(why -> faults.add(entry.place(), "'" + id + "' cannot be reversed: " + why));
        return reversal;
    }

    private void tellMissing(Directive.Transaction entry, String id) {
        Optional<Place> known = ids.find(id);
        boolean isReversal = reversed.containsValue(known.orElse(entry.place()));
        if (known.isEmpty() || known.get().equals(entry.place())) {
            faults.add(
                    entry.place(),
                    "reverses '" + id + "', but no entry before it has that id; ids are metadata 'id' or file:line");
        } else if (isReversal) {
            faults.add(entry.place(), "'" + id + "' is a reversal itself; enter the transaction anew instead");
        }
        // else the entry is there and its own faults are told
    }

    private Optional<Reversal> negativeOf(Directive.Transaction entry, String id, Original original) {
        int before = faults.count();
        List<Posting> open = entry.postings().stream()
                .filter(posting -> posting.units().isEmpty())
                .toList();
        open.stream()
                .skip(1)
                .forEach(posting -> faults.add(
                        posting.place(), "a second posting without an amount; at most one can be worked out"));
        entry.postings().forEach(posting -> checkTerms(posting, original.booked()));
        List<Quantity> workedOut =
                compare(entry, id, original.booked(), open.stream().findFirst());
        checkRate(entry, original.transaction());
        List<BookedPosting> legs = new ArrayList<>(original.booked().postings().stream()
                .map(BookedPosting::negated)
                .toList());
        Collections.reverse(legs);
        return faults.count() > before
                ? Optional.empty()
                : Optional.of(
                        new Reversal(original, legs, workedOut, open.stream().findFirst()));
    }

    /** Tells where the amounts differ, and returns those that the open posting takes. */
    private List<Quantity> compare(
            Directive.Transaction entry, String id, BookedEntry original, Optional<Posting> open) {
        List<Quantity> workedOut = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        new ReversalSums(original, entry).differences().forEach((leg, amounts) -> {
            if (open.filter(posting -> posting.account().equals(leg.account())).isPresent()) {
                workedOut.add(new Quantity(amounts.missing(), leg.commodity()));
            } else {
                wrong.add(leg.account() + " moves " + Plain.text(amounts.stated()) + " instead of "
                        + Plain.text(amounts.wanted()) + " " + leg.commodity());
            }
        });
        if (!wrong.isEmpty()) {
            faults.add(
                    entry.place(),
                    "is not the exact negative of '" + id + "' at "
                            + original.source().place() + ": " + String.join(", ", wrong));
        }
        return workedOut;
    }

    /** What a posting says beside its amount must be what the reversed entry says. */
    private void checkTerms(Posting posting, BookedEntry original) {
        posting.units().ifPresent(units -> {
            List<BookedPosting> same = original.postings().stream()
                    .filter(leg -> leg.account().equals(posting.account())
                            && leg.units().commodity().equals(units.commodity()))
                    .toList();
            posting.cost()
                    .flatMap(cost -> cost.unitCost())
                    .filter(cost -> same.stream().noneMatch(leg -> equal(leg.unitCost(), cost)))
                    .ifPresent(cost -> faults.add(
                            posting.place(), "the reversed entry moves no " + units.commodity() + " at " + cost));
            posting.price()
                    .filter(price -> !price.total())
                    .filter(price -> same.stream().noneMatch(leg -> equal(leg.price(), price.amount())))
                    .ifPresent(price -> faults.add(
                            posting.place(),
                            "the reversed entry moves no " + units.commodity() + " for " + price.amount()));
        });
    }

    private static boolean equal(Optional<Quantity> known, Quantity stated) {
        return known.filter(amount -> amount.commodity().equals(stated.commodity())
                        && amount.number().compareTo(stated.number()) == 0)
                .isPresent();
    }

    private void checkRate(Directive.Transaction entry, LedgerTransaction original) {
        Optional<BigDecimal> rate = new EntryMetadata(entry, faults).positive("fx_rate");
        if (rate.isPresent()
                && original.fxRate()
                        .filter(locked -> locked.compareTo(rate.get()) == 0)
                        .isEmpty()) {
            faults.add(
                    entry.place(),
                    "fx_rate is " + rate.get().toPlainString() + ", in the reversed entry "
                            + original.fxRate().map(BigDecimal::toPlainString).orElse("it is not stated"));
        }
    }
}
