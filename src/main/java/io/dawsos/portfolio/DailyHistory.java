package io.dawsos.portfolio;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.money.Decimals;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The daily history of a portfolio: its value, its external flow, its wealth index and the attribution of every day's return to holdings
 * and to local market, currency and interaction. A pure function of a ledger and of packs; it takes the packs one by one, by date, and
 * its cost is linear in days times holdings.
 *
 * <p><b>Return.</b> {@code r_t = (V_t - CF_t) / V_{t-1} - 1} with {@code V_t} the value at the close in base currency and {@code CF_t} the
 * deposits and withdrawals since the pack before, at the day's rates: flows count at the end of the day. Dividends, interest, fees
 * and commissions are performance. A day with {@code V_{t-1} <= 0} has no return. The wealth index is {@code W_t = W_{t-1} (1 + r_t)},
 * 1 on the first day.
 *
 * <p><b>Attribution.</b> Every security ever held and every currency's cash is a holding {@code i}, with value {@code S_i} at the close
 * before, {@code E_i} at the close, and flow {@code F_i} in between, all in its own currency and the flow at the close:
 * for a security the cash that its transactions cost less the cash they brought (a purchase with its commission is positive, a sale and
 * a net dividend are negative, a split is 0, units that a spin-off or merger brings are what they are worth at the close, which flows out
 * of the old security), for cash every change but fees and income that belong to no security. Then
 * {@code gain_i = E_i - S_i - F_i}, and with {@code fx} the base currency per unit of the holding's currency
 * <pre>
 *   local_i       = gain_i fx_{t-1} / V_{t-1}
 *   fx_i          = S_i (fx_t - fx_{t-1}) / V_{t-1}
 *   interaction_i = gain_i (fx_t - fx_{t-1}) / V_{t-1}
 * </pre>
 * which are {@code w r_local}, {@code w r_fx} and {@code w r_local r_fx} with the weight {@code w} at the start of the day when {@code S_i > 0}.
 * A conversion is made at another rate than the day's: the difference (what the flows of the conversion are worth at the day's rates)
 * is added to {@code local} of the cash of its foreign currency. So the sum over holdings is {@code r_t} exactly.
 *
 * <p><b>Linking.</b> The sums of {@link HoldingDay} accumulate {@code W_{t-1} x contribution}. Over a range {@code (from, to]} the
 * contribution of a holding is {@code (sum(to) - sum(from)) / W(from)}, and the contributions of all holdings add up to
 * {@code W(to) / W(from) - 1} without any smoothing.
 *
 * <p><b>Indices.</b> {@code localIndex} and {@code fxIndex} chain {@code 1 + gain_i / S_i} and {@code fx_t / fx_{t-1}} over the days with
 * {@code S_i > 0}. A day that lost more than was held at its start (a large purchase into a small holding) is measured on start value plus inflow,
 * and leaves the index when even that does not cover the loss; its contribution is exact all the same. Conversion differences
 * are in the contributions only.
 *
 * <p>The history begins with the first pack at or after the first transaction. A holding once held keeps its row on every later day.
 *
 * <p><b>A pack that lacks something.</b> Without a price or a rate for what is held or has moved there is no value, and nothing is assumed
 * instead: the day is an {@link UnvaluedDay}, and the next pack is measured from the last valued day, its flows at its own rates.
 *
 * <p><b>Going on.</b> {@link #after} continues from the rows of any valued day, with the ledger and the pack of that day, and gives the same
 * bits as a computation from the first day: what the holdings were worth at that close follows from ledger and pack.
 */
public final class DailyHistory {

    private final Currency base;
    private final LedgerSweep ledger;
    private final Buckets buckets;
    /** Transactions since the last valued day. */
    private final List<LedgerTransaction> moves = new ArrayList<>();

    private Optional<DayRates> before = Optional.empty();
    private BigDecimal valueBefore = BigDecimal.ZERO;
    private double wealth = 1;
    private boolean started;

    /** A history without any day yet. */
    public DailyHistory(LedgerBook ledger) {
        this.base = ledger.base();
        this.ledger = new LedgerSweep(ledger);
        this.buckets = new Buckets(base, this.ledger.currencies());
    }

    /**
     * The history after {@code last}.
     *
     * @param pack the one that {@code last} was computed from, with the prices of what was held
     * @param ledger the same as before; transactions and periods that ended until that day may be left out
     * @throws IllegalStateException when the value of the day does not follow from pack and ledger: they are not those of the day
     */
    public static DailyHistory after(HistoryDay last, PriceBook pack, LedgerBook ledger) {
        if (!pack.pack().equals(last.pack())) {
            throw new IllegalArgumentException("The day " + last.date() + " was computed from pack " + last.pack()
                    + " and cannot be continued with " + pack.pack());
        }
        DailyHistory history = new DailyHistory(ledger);
        history.restore(last, new DayRates(pack, ledger.base()));
        return history;
    }

    private void restore(HistoryDay last, DayRates rates) {
        ledger.currencies().restore(last.holdings());
        ledger.advanceTo(last.date());
        buckets.restore(last.holdings());
        valueBefore = buckets.close(ledger, rates);
        if (valueBefore.compareTo(last.value().value()) != 0) {
            throw new IllegalStateException("The portfolio was worth "
                    + last.value().value() + " " + base
                    + " on " + last.date() + ", but its ledger and pack " + last.pack() + " make it " + valueBefore
                    + "; its history cannot go on from there");
        }
        buckets.endDay();
        before = Optional.of(rates);
        wealth = last.wealthIndex();
        started = true;
    }

    /** The valued days of the whole history over these packs, by date. */
    public static List<HistoryDay> of(LedgerBook ledger, Iterable<PriceBook> packs) {
        DailyHistory history = new DailyHistory(ledger);
        List<HistoryDay> days = new ArrayList<>();
        for (PriceBook pack : packs) {
            history.next(pack)
                    .filter(HistoryDay.class::isInstance)
                    .map(HistoryDay.class::cast)
                    .ifPresent(days::add);
        }
        return List.copyOf(days);
    }

    /**
     * Adds the day of the next pack. Empty while the ledger has no transaction yet.
     *
     * @throws IllegalArgumentException when the pack is not later than the one before
     */
    public Optional<HistoryRow> next(PriceBook pack) {
        requireLater(pack);
        moves.addAll(ledger.advanceTo(pack.date()));
        started |= !moves.isEmpty();
        if (!started) {
            return Optional.empty();
        }
        DayRates rates = new DayRates(pack, base);
        List<String> missing = rates.missing(ledger, moves);
        return Optional.of(
                missing.isEmpty() ? valued(pack, rates) : new UnvaluedDay(pack.date(), pack.pack(), missing));
    }

    private HistoryDay valued(PriceBook pack, DayRates rates) {
        BigDecimal flow = buckets.book(moves, rates);
        moves.clear();
        BigDecimal value = buckets.close(ledger, rates);
        if (valueBefore.signum() > 0) {
            DayStep step = new DayStep(before.orElse(rates), rates, valueBefore.doubleValue(), wealth);
            buckets.attribute(step);
            wealth *= 1 + value.subtract(flow).subtract(valueBefore).doubleValue() / valueBefore.doubleValue();
        }
        List<HoldingDay> rows = buckets.endDay(pack.date(), rates, value);
        before = Optional.of(rates);
        valueBefore = value;
        DailyValue day = new DailyValue(pack.date(), pack.pack(), Decimals.shortest(value), Decimals.shortest(flow));
        return new HistoryDay(day, wealth, rows);
    }

    private void requireLater(PriceBook pack) {
        LocalDate last = ledger.day();
        if (!pack.date().isAfter(last)) {
            throw new IllegalArgumentException("Pack " + pack.pack() + " is not later than " + last
                    + "; the packs of a history come by date, one a day");
        }
    }
}
