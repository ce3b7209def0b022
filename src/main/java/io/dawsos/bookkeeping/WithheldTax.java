package io.dawsos.bookkeeping;

import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tax that was withheld apart from any dividend: a later assessment, or one on interest. */
record WithheldTax(
        BigDecimal amount,
        Currency currency,
        String country,
        Optional<String> symbol,
        Fx fx,
        LocalDate date,
        Optional<String> notes)
        implements Instruction {

    @Override
    public String kind() {
        return "withholding_tax";
    }

    @Override
    public Draft draft(Desk desk) {
        Map<String, MetaValue> metadata = desk.metadata("fee", symbol, fx);
        notes.ifPresent(text -> metadata.put("notes", new MetaValue.Text(text)));
        NewEntry entry = new NewEntry(
                date,
                "Withholding tax " + country + symbol.map(name -> " on " + name).orElse(""),
                List.of("tax"),
                metadata,
                List.of(
                        NewEntry.Leg.money(JournalAccounts.withholding(country), Money.of(amount, currency)),
                        NewEntry.Leg.money(JournalAccounts.CASH, Money.of(amount.negate(), currency))));
        Map<String, Object> answer = desk.answer();
        answer.put("tax_amount", Money.round(amount, currency));
        answer.put("currency", currency);
        answer.put(
                "tax_amount_base",
                Money.round(amount.multiply(fx.rate()), desk.portfolio().base()));
        answer.put("base_currency", desk.portfolio().base());
        answer.put("country", country);
        answer.put("symbol", symbol);
        fx.putInto(answer, "fx_rate");
        answer.put("tax_date", date);
        answer.put("notes", notes);
        return EntryDrafts.of(desk, entry, "tax_date", answer, List.of());
    }
}
