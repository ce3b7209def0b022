package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.JournalText;
import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.Directive;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Makes drafts of entries: opens the accounts that are used first, and respects what the journal asserts. */
final class EntryDrafts {

    private EntryDrafts() {}

    static Draft of(Desk desk, NewEntry entry, String dateMember, Map<String, Object> answer, List<String> warnings) {
        respectAssertions(desk.journal().get(), entry, dateMember);
        return new Draft(entry.narration(), text(desk, entry), Optional.of(entry), answer, warnings);
    }

    /** The lines that are put behind the journal. */
    static String text(Desk desk, NewEntry entry) {
        return text(desk.journal().get(), entry);
    }

    static String text(JournalState state, NewEntry entry) {
        NavigableSet<String> missing = new TreeSet<>();
        entry.legs().forEach(leg -> missing.add(leg.account()));
        missing.removeAll(state.accounts());
        return JournalText.openings(missing) + (missing.isEmpty() ? "" : "\n") + JournalText.entry(entry);
    }

    /** An entry dated before a balance assertion on what it touches would make the assertion wrong. */
    private static void respectAssertions(JournalState state, NewEntry entry, String dateMember) {
        state.journal().balances().stream()
                .filter(balance -> balance.date().isAfter(entry.date()) && touches(entry, balance))
                .reduce((earlier, later) -> later)
                .ifPresent(last -> {
                    throw Desk.invalid(
                            "/" + dateMember,
                            dateMember + " " + entry.date() + " lies before the statement of " + last.date()
                                    + ", which says what " + last.account() + " held of "
                                    + last.expected().commodity()
                                    + "; what comes later must be dated " + last.date() + " or after it");
                });
    }

    private static boolean touches(NewEntry entry, Directive.Balance balance) {
        return entry.legs().stream()
                .filter(leg ->
                        leg.account().equals(balance.account()) || leg.account().startsWith(balance.account() + ":"))
                .anyMatch(leg -> leg.units()
                        .filter(units ->
                                units.commodity().equals(balance.expected().commodity()))
                        .isPresent());
    }
}
