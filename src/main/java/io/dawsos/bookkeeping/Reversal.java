package io.dawsos.bookkeeping;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Posting;
import io.dawsos.ledger.beancount.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes an entry back by one with the exact negatives of its postings; the entry itself stays. Metadata {@code reverses} names it.
 *
 * @param original id of the entry
 * @param reason why; kept in the journal
 * @param date of the reversal; empty means that of the entry
 */
record Reversal(String original, String reason, Optional<LocalDate> date) implements Instruction {

    /** What says what the entry is about, and is as true of its reversal. */
    private static final List<String> KEPT = List.of("symbol", "fx_rate", "ex_date", "pay_date", "settlement_date");

    @Override
    public String kind() {
        return "reversal";
    }

    @Override
    public Draft draft(Desk desk) {
        JournalState journal = desk.journal().get();
        Directive.Transaction entry = journal.entry(original)
                .orElseThrow(() -> new Failure(
                        FailureReason.TRANSACTION_NOT_FOUND,
                        "No transaction " + original + " stands in the journal of the portfolio"));
        requireReversible(journal, entry);
        LocalDate day = date.orElse(entry.date());
        if (day.isBefore(entry.date())) {
            throw Desk.invalid(
                    "/reversal_date", "reversal_date " + day + " lies before the transaction of " + entry.date());
        }
        NewEntry reversal = new NewEntry(
                day, "Reversal of " + entry.narration(), List.of("reversal"), metadata(desk, entry), legs(entry));
        Map<String, Object> answer = desk.answer();
        answer.put("reverses", original);
        answer.put("reversal_date", day);
        answer.put("reason", reason);
        answer.put("narration", reversal.narration());
        return EntryDrafts.of(desk, reversal, "reversal_date", answer, List.of());
    }

    private void requireReversible(JournalState journal, Directive.Transaction entry) {
        journal.reversalOf(original).ifPresent(earlier -> {
            throw Desk.invalid(
                    "",
                    "Transaction " + original + " was reversed on " + earlier.date() + " already, by "
                            + JournalState.text(earlier, "id").orElse("an entry without id"));
        });
        if (JournalState.text(entry, "reverses").isPresent()) {
            throw Desk.invalid(
                    "", "Transaction " + original + " is a reversal itself; enter the original anew instead");
        }
    }

    private Map<String, MetaValue> metadata(Desk desk, Directive.Transaction entry) {
        Map<String, MetaValue> metadata = new LinkedHashMap<>();
        metadata.put("id", new MetaValue.Text(desk.transactionId()));
        metadata.put("reverses", new MetaValue.Text(original));
        metadata.put("reason", new MetaValue.Text(reason));
        KEPT.forEach(key -> entry.metadata().find(key).ifPresent(item -> metadata.put(key, item.value())));
        // the other way round is the split that takes a split back
        entry.metadata().find("split_to").ifPresent(item -> metadata.put("split_from", item.value()));
        entry.metadata().find("split_from").ifPresent(item -> metadata.put("split_to", item.value()));
        return metadata;
    }

    private static List<NewEntry.Leg> legs(Directive.Transaction entry) {
        List<NewEntry.Leg> legs = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            legs.add(new NewEntry.Leg(
                    posting.account(),
                    posting.units().map(units -> new Quantity(units.number().negate(), units.commodity())),
                    posting.cost().map(cost -> lot(cost, entry.date())),
                    posting.price()));
        }
        return legs;
    }

    /** The lot by cost and day; what left its lots open leaves them open here. */
    private static CostSpec lot(CostSpec cost, LocalDate bought) {
        return cost.unitCost().isEmpty()
                ? cost
                : new CostSpec(cost.unitCost(), cost.acquired().or(() -> Optional.of(bought)));
    }
}
