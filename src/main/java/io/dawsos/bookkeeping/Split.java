package io.dawsos.bookkeeping;

import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.NewEntry;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Quantity;
import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New units for old, at the same total cost: {@code to} new ones for {@code from} old ones. Every open lot keeps its day of purchase. */
record Split(String symbol, BigDecimal to, BigDecimal from, LocalDate date, Optional<String> notes)
        implements Instruction {

    private static final int COST_PLACES = 12;

    /** Lots that the journal cannot tell apart, before and after. */
    private record Part(LotId id, Currency currency, BigDecimal before, BigDecimal after, LotId newId) {}

    @Override
    public String kind() {
        return "split";
    }

    @Override
    public Draft draft(Desk desk) {
        JournalState journal = desk.journal().get();
        requireNoTrades(journal);
        List<Part> parts = parts(List.copyOf(journal.lots(symbol, date).values()));
        Map<String, Object> answer = desk.answer();
        answer.put("symbol", symbol);
        answer.put("split_ratio", Decimals.divide(to, from));
        answer.put("split_date", date);
        answer.put("lots_adjusted", parts.size());
        answer.put("lots", parts.stream().map(Split::view).toList());
        answer.put("notes", notes);
        if (parts.isEmpty()) {
            answer.put("transaction_id", Optional.empty());
            return new Draft(
                    "",
                    "",
                    Optional.empty(),
                    answer,
                    List.of("No " + symbol + " is held on " + date + "; nothing is written"));
        }
        return EntryDrafts.of(desk, entry(desk, parts), "split_date", answer, List.of());
    }

    /** A split comes before the trades of its day, and entries are put behind those that are there. */
    private void requireNoTrades(JournalState journal) {
        boolean traded = journal.book().transactions().stream()
                .anyMatch(entry -> entry.date().equals(date)
                        && entry.symbol().filter(symbol::equals).isPresent()
                        && entry.quantity().signum() != 0);
        if (traded) {
            throw Desk.invalid(
                    "/split_date",
                    "units of " + symbol + " moved on " + date
                            + " already; a split comes before the trades of its day: reverse them, post the split, post them again");
        }
    }

    private List<Part> parts(List<LotPeriod> open) {
        Map<LotId, Part> parts = new LinkedHashMap<>();
        for (LotPeriod lot : open) {
            LotId id = LotId.of(lot);
            BigDecimal before =
                    lot.quantity().add(parts.containsKey(id) ? parts.get(id).before() : BigDecimal.ZERO);
            parts.put(id, new Part(id, lot.currency(), before, after(before), newId(id)));
        }
        return List.copyOf(parts.values());
    }

    private BigDecimal after(BigDecimal before) {
        BigDecimal units = Decimals.divide(before.multiply(to), from).stripTrailingZeros();
        if (units.scale() > COST_PLACES) {
            throw Desk.invalid(
                    "/split_ratio",
                    "the split makes "
                            + units.setScale(COST_PLACES, RoundingMode.DOWN).toPlainString() + "... " + symbol
                            + " of " + before.toPlainString()
                            + "; sell the fraction that is paid in cash first, so that whole units are left");
        }
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    private LotId newId(LotId id) {
        BigDecimal cost = Decimals.divide(id.unitCost().multiply(from), to);
        return new LotId(id.symbol(), id.acquired(), cost.setScale(COST_PLACES, RoundingMode.HALF_EVEN));
    }

    private NewEntry entry(Desk desk, List<Part> parts) {
        Map<String, MetaValue> metadata = desk.metadata(kind(), Optional.of(symbol), Fx.ONE);
        metadata.remove("fx_rate");
        metadata.put("split_to", new MetaValue.Numeric(to));
        metadata.put("split_from", new MetaValue.Numeric(from));
        notes.ifPresent(text -> metadata.put("notes", new MetaValue.Text(text)));
        List<NewEntry.Leg> legs = new ArrayList<>();
        parts.forEach(part -> legs.add(leg(part.before().negate(), part.id(), part)));
        parts.forEach(part -> legs.add(leg(part.after(), part.newId(), part)));
        return new NewEntry(
                date,
                "Split " + symbol + " " + to.toPlainString() + ":" + from.toPlainString(),
                List.of("split"),
                metadata,
                legs);
    }

    private NewEntry.Leg leg(BigDecimal units, LotId id, Part part) {
        return NewEntry.Leg.units(
                JournalAccounts.POSITIONS, new Quantity(units, symbol), id.cost(part.currency()), Optional.empty());
    }

    private static Map<String, Object> view(Part part) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("lot_id", part.newId().toString());
        view.put("old_lot_id", part.id().toString());
        view.put("old_quantity_open", part.before());
        view.put("new_quantity_open", part.after());
        view.put("cost_basis", Money.round(part.before().multiply(part.id().unitCost()), part.currency()));
        view.put("currency", part.currency());
        return view;
    }
}
