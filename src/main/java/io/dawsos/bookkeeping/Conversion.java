package io.dawsos.bookkeeping;

import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.PriceSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One currency given for another, at the amounts that really moved.
 *
 * @param fx base currency per unit of the foreign currency: of the two the one that is not base, of two foreign ones the one received
 */
record Conversion(
        BigDecimal given,
        Currency from,
        BigDecimal received,
        Currency to,
        Fx fx,
        LocalDate date,
        Optional<String> notes)
        implements Instruction {

    @Override
    public String kind() {
        return "conversion";
    }

    @Override
    public Draft draft(Desk desk) {
        boolean toBase = to.equals(desk.portfolio().base());
        Map<String, MetaValue> metadata = desk.metadata("fx", Optional.empty(), fx);
        notes.ifPresent(text -> metadata.put("notes", new MetaValue.Text(text)));
        // the foreign currency carries the price: it is what the rate is about
        NewEntry.Leg out = toBase
                ? priced(given.negate(), from, received, to)
                : NewEntry.Leg.money(JournalAccounts.CASH, Money.of(given.negate(), from));
        NewEntry.Leg in = toBase
                ? NewEntry.Leg.money(JournalAccounts.CASH, Money.of(received, to))
                : priced(received, to, given, from);
        NewEntry entry = new NewEntry(
                date,
                "Convert " + from + " to " + to,
                List.of("fx"),
                metadata,
                toBase ? List.of(out, in) : List.of(in, out));
        Map<String, Object> answer = desk.answer();
        answer.put("type", kind());
        answer.put("amount", Money.round(given, from));
        answer.put("currency", from);
        answer.put("to_amount", Money.round(received, to));
        answer.put("to_currency", to);
        answer.put("base_currency", desk.portfolio().base());
        fx.putInto(answer, "fx_rate");
        answer.put("date", date);
        answer.put("notes", notes);
        return EntryDrafts.of(desk, entry, "date", answer, List.of());
    }

    private static NewEntry.Leg priced(BigDecimal amount, Currency currency, BigDecimal price, Currency other) {
        return new NewEntry.Leg(
                JournalAccounts.CASH,
                Optional.of(Money.of(amount, currency)),
                Optional.empty(),
                Optional.of(new PriceSpec(Money.of(price, other), true)));
    }
}
