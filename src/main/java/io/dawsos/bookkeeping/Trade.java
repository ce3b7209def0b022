package io.dawsos.bookkeeping;

import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units bought or sold for cash.
 *
 * @param price per unit in {@code currency}
 * @param fees what the broker charged, in {@code currency}; no part of the cost of a lot
 * @param selection which lots a sale takes; empty leaves it to the journal's booking method
 * @param lot the lot of {@link LotSelection#SPECIFIC}
 */
record Trade(
        Side side,
        String symbol,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fees,
        Currency currency,
        Fx fx,
        LocalDate date,
        LocalDate settlement,
        Optional<LotSelection> selection,
        Optional<LotId> lot,
        Optional<String> notes)
        implements Instruction {

    /** Which way the units go. */
    enum Side {
        BUY,
        SELL
    }

    @Override
    public String kind() {
        return side.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Draft draft(Desk desk) {
        return side == Side.BUY ? Purchases.draft(this, desk) : Sales.draft(this, desk);
    }

    /** Quantity times price, in whole cents. */
    BigDecimal gross() {
        return Money.round(quantity.multiply(price), currency);
    }

    Quantity units(int sign) {
        return new Quantity(sign < 0 ? quantity.negate() : quantity, symbol);
    }

    Quantity unitPrice() {
        return new Quantity(price, currency.getCurrencyCode());
    }

    NewEntry entry(Desk desk, List<NewEntry.Leg> legs) {
        Map<String, MetaValue> metadata = desk.metadata(kind(), Optional.of(symbol), fx);
        metadata.put("settlement_date", new MetaValue.Day(settlement));
        notes.ifPresent(text -> metadata.put("notes", new MetaValue.Text(text)));
        String verb = side == Side.BUY ? "Buy " : "Sell ";
        return new NewEntry(date, verb + quantity.toPlainString() + " " + symbol, List.of("trade"), metadata, legs);
    }

    /** What the answers of both sides have in common. */
    Map<String, Object> answer(Desk desk) {
        Map<String, Object> answer = desk.answer();
        answer.put("trade_id", desk.transactionId());
        answer.put("symbol", symbol);
        answer.put("trade_type", kind());
        answer.put("qty", quantity);
        answer.put("price", price);
        answer.put("currency", currency);
        answer.put("base_currency", desk.portfolio().base());
        answer.put("fees", Money.round(fees, currency));
        fx.putInto(answer, "fx_rate");
        answer.put("trade_date", date);
        answer.put("settlement_date", settlement);
        answer.put("notes", notes);
        return answer;
    }
}
