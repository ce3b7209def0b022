package io.dawsos.bookkeeping;

import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Money that comes into the portfolio or leaves it: an external flow. */
record CashFlow(
        Direction direction, BigDecimal amount, Currency currency, Fx fx, LocalDate date, Optional<String> notes)
        implements Instruction {

    /** Which way the money goes. */
    enum Direction {
        DEPOSIT,
        WITHDRAWAL
    }

    @Override
    public String kind() {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Draft draft(Desk desk) {
        boolean in = direction == Direction.DEPOSIT;
        BigDecimal change = in ? amount : amount.negate();
        Map<String, MetaValue> metadata = desk.metadata(kind(), Optional.empty(), fx);
        notes.ifPresent(text -> metadata.put("notes", new MetaValue.Text(text)));
        NewEntry entry = new NewEntry(
                date,
                (in ? "Deposit " : "Withdrawal ") + currency,
                List.of("flow"),
                metadata,
                List.of(
                        NewEntry.Leg.money(JournalAccounts.CASH, Money.of(change, currency)),
                        NewEntry.Leg.money(
                                in ? JournalAccounts.CONTRIBUTIONS : JournalAccounts.WITHDRAWALS,
                                Money.of(change.negate(), currency))));
        Map<String, Object> answer = desk.answer();
        answer.put("type", kind());
        answer.put("amount", Money.round(amount, currency));
        answer.put("currency", currency);
        answer.put(
                "amount_base",
                Money.round(amount.multiply(fx.rate()), desk.portfolio().base()));
        answer.put("base_currency", desk.portfolio().base());
        fx.putInto(answer, "fx_rate");
        answer.put("date", date);
        answer.put("notes", notes);
        return EntryDrafts.of(desk, entry, "date", answer, List.of());
    }
}
