package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.NewEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Cash below zero is allowed, as with a broker, and told. */
final class Overdrafts {

    private Overdrafts() {}

    static Draft warn(Draft draft, JournalState after) {
        if (draft.entry().isEmpty()) {
            return draft;
        }
        NewEntry entry = draft.entry().get();
        List<String> warnings = new ArrayList<>(draft.warnings());
        entry.legs().stream()
                .filter(leg -> leg.account().equals(JournalAccounts.CASH))
                .flatMap(leg -> leg.units().stream())
                .filter(units -> units.number().signum() < 0)
                .map(units -> Currency.getInstance(units.commodity()))
                .distinct()
                .forEach(currency -> {
                    BigDecimal cash = after.cash(currency, entry.date());
                    if (cash.signum() < 0) {
                        warnings.add("Cash in " + currency + " is " + cash.toPlainString() + " at the end of "
                                + entry.date());
                    }
                });
        return new Draft(draft.summary(), draft.text(), draft.entry(), draft.answer(), warnings);
    }
}
