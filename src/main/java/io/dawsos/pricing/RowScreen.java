package io.dawsos.pricing;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at every row before a pack is built from it. A row that is not used is quarantined with its reason, and the pack carries
 * the last good value forward. The order of the rows does not matter.
 *
 * <p>By itself a row must have a finite positive value of a known security in that security's currency, or of a known currency against
 * {@link PackRule#BASE}. Of rows with the same key and day one is taken when all say the same, none when they differ. What is left
 * may lie from the last accepted value of its key, by date, at most as far as {@link MoveLimits} allow; the first one of a key has nothing
 * to be compared with. A row that an operator accepted passes the last two.
 */
public final class RowScreen {

    /** What is used, and what is not. */
    public record Screened(
            List<Price> closes, List<FxQuote> rates, List<Split> splits, List<QuarantinedRow> quarantined) {}

    private static final Comparator<MarketRow> ORDER = Comparator.comparing(MarketRow::kind)
            .thenComparing(MarketRow::symbol)
            .thenComparing(MarketRow::currency)
            .thenComparing(MarketRow::date)
            .thenComparing(MarketRow::provider)
            .thenComparing(MarketRow::value)
            .thenComparing(row -> row.source().file())
            .thenComparing(row -> row.source().line());

    private final PackRule rule;
    private final Optional<PriceBook> previous;
    private final Set<MarketRow.Publication> accepted;
    private final List<QuarantinedRow> quarantined = new ArrayList<>();

    private RowScreen(PackRule rule, Optional<PriceBook> previous, Collection<MarketRow.Publication> accepted) {
        this.rule = rule;
        this.previous = previous;
        this.accepted = new LinkedHashSet<>(accepted);
    }

    /**
     * What of these rows is used.
     *
     * @param previous the pack before the rows: what they are compared with at first
     * @param accepted rows that an operator accepted although they contradict another or moved too far
     */
    public static Screened screen(
            PackRule rule,
            Optional<PriceBook> previous,
            Collection<MarketRow> rows,
            Collection<MarketRow.Publication> accepted) {
        return new RowScreen(rule, previous, accepted).screen(rows);
    }

    private Screened screen(Collection<MarketRow> rows) {
        List<RowValues.Checked> good = uncontradicted(sound(rows));
        List<Split> splits = of(good, MarketRow.Kind.SPLIT)
                .map(split -> new Split(split.row().symbol(), split.row().date(), split.value()))
                .toList();
        List<Price> closes = closes(of(good, MarketRow.Kind.CLOSE).toList(), splits);
        List<FxQuote> rates = rates(of(good, MarketRow.Kind.RATE).toList());
        quarantined.sort(Comparator.comparing(QuarantinedRow::row, ORDER));
        return new Screened(closes, rates, splits, List.copyOf(quarantined));
    }

    private static Stream<RowValues.Checked> of(List<RowValues.Checked> rows, MarketRow.Kind kind) {
        return rows.stream().filter(row -> row.row().kind() == kind);
    }

    /** Rows without a fault of their own, in order. */
    private List<RowValues.Checked> sound(Collection<MarketRow> rows) {
        RowValues values = new RowValues(rule);
        List<RowValues.Checked> sound = new ArrayList<>(rows.size());
        for (MarketRow row : rows.stream().sorted(ORDER).toList()) {
            values.fault(row).ifPresentOrElse(quarantined::add, () -> sound.add(RowValues.checked(row)));
        }
        return sound;
    }

    private List<RowValues.Checked> uncontradicted(List<RowValues.Checked> sound) {
        Map<String, List<RowValues.Checked>> byKey = new TreeMap<>();
        sound.forEach(row ->
                byKey.computeIfAbsent(row.row().key(), key -> new ArrayList<>()).add(row));
        List<RowValues.Checked> one = new ArrayList<>(byKey.size());
        byKey.values().forEach(rows -> only(rows).ifPresent(one::add));
        return one;
    }

    private Optional<RowValues.Checked> only(List<RowValues.Checked> rows) {
        List<RowValues.Checked> candidates = rows;
        if (contradict(rows)) {
            candidates = rows.stream().filter(row -> isAccepted(row.row())).toList();
        }
        Optional<RowValues.Checked> taken =
                contradict(candidates) ? Optional.empty() : candidates.stream().findFirst();
        if (contradict(rows)) {
            rows.stream()
                    .filter(row -> taken.isEmpty() || !agree(row, taken.get()))
                    .forEach(row -> quarantine(row, QuarantineReason.CONTRADICTED, others(row, rows)));
        }
        return taken;
    }

    private static boolean contradict(List<RowValues.Checked> rows) {
        return rows.stream().anyMatch(row -> !agree(row, rows.get(0)));
    }

    private static boolean agree(RowValues.Checked one, RowValues.Checked other) {
        return one.value().compareTo(other.value()) == 0;
    }

    private static String others(RowValues.Checked row, List<RowValues.Checked> rows) {
        return rows.stream()
                .filter(other -> !agree(other, row))
                .findFirst()
                .map(other -> other.row().source() + " says " + plain(other.value()))
                .orElse("another row says something else");
    }

    private List<Price> closes(List<RowValues.Checked> rows, List<Split> splits) {
        List<Price> closes = new ArrayList<>(rows.size());
        Map<String, Known> last = new TreeMap<>();
        previous.ifPresent(book -> book.prices()
                .forEach(price -> last.put(price.symbol(), new Known(price.close(), price.date(), book.date()))));
        for (RowValues.Checked row : rows) {
            String symbol = row.row().symbol();
            Optional<Known> before = Optional.ofNullable(last.get(symbol))
                    .map(known -> known.countedOn(symbol, row.row().date(), splits));
            if (isNear(row, before, rule.limits().close())) {
                Currency currency = Currency.getInstance(row.row().currency());
                closes.add(new Price(
                        symbol,
                        row.value(),
                        currency,
                        row.row().date(),
                        row.row().provider()));
                last.put(
                        symbol,
                        new Known(row.value(), row.row().date(), row.row().date()));
            }
        }
        return List.copyOf(closes);
    }

    private List<FxQuote> rates(List<RowValues.Checked> rows) {
        List<FxQuote> rates = new ArrayList<>(rows.size());
        Map<String, Known> last = new TreeMap<>();
        previous.ifPresent(book -> book.quotes()
                .forEach(quote ->
                        last.put(quote.quote().getCurrencyCode(), new Known(quote.rate(), quote.date(), book.date()))));
        for (RowValues.Checked row : rows) {
            String code = row.row().currency();
            if (isNear(row, Optional.ofNullable(last.get(code)), rule.limits().rate())) {
                rates.add(new FxQuote(
                        PackRule.BASE,
                        Currency.getInstance(code),
                        row.value(),
                        row.row().date(),
                        row.row().provider()));
                last.put(
                        code, new Known(row.value(), row.row().date(), row.row().date()));
            }
        }
        return List.copyOf(rates);
    }

    /** Whether the row lies near enough to the one before; quarantines it when it does not. */
    private boolean isNear(RowValues.Checked row, Optional<Known> before, double limit) {
        if (before.isEmpty() || isAccepted(row.row())) {
            return true;
        }
        BigDecimal last = before.get().value();
        BigDecimal move = Decimals.divide(row.value(), last).subtract(BigDecimal.ONE);
        if (move.abs().compareTo(BigDecimal.valueOf(limit)) <= 0) {
            return true;
        }
        quarantine(
                row,
                QuarantineReason.MOVED_TOO_FAR,
                percent(move) + " % from " + plain(last.round(MathContext.DECIMAL32)) + " of "
                        + before.get().date() + ", more than " + percent(BigDecimal.valueOf(limit)) + " %");
        return false;
    }

    private boolean isAccepted(MarketRow row) {
        return accepted.contains(row.publication());
    }

    private void quarantine(RowValues.Checked row, QuarantineReason reason, String detail) {
        quarantined.add(new QuarantinedRow(row.row(), reason, detail));
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
        return plain(percent);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** An accepted value: of {@code date}, in units as held on {@code countedOn}. */
    private record Known(BigDecimal value, LocalDate date, LocalDate countedOn) {

        Known countedOn(String symbol, LocalDate day, List<Split> splits) {
            BigDecimal counted = value;
            for (Split split : splits) {
                if (split.symbol().equals(symbol)
                        && split.exDate().isAfter(countedOn)
                        && !split.exDate().isAfter(day)) {
                    counted = Decimals.divide(counted, split.ratio());
                }
            }
            return new Known(counted, date, countedOn);
        }
    }
}
