package io.dawsos.pricing;

import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was known at the end of a day, from what was published until then.
 *
 * <p>The last close and the last rate are carried forward with their own dates, never backward. A close from before the ex-date of a
 * split is divided by the ratio, in 34 digits, so that it stands for one unit as held on the day of the pack. There is a pack only for a
 * day on which at least one close or one rate was published.
 */
public final class PackBuilder {

    /** A close in units as held on {@code countedOn}: its own day, or that of the earlier pack it was carried into. */
    private record Known(Price price, LocalDate countedOn) {}

    private final PackRule rule;
    private final Map<String, NavigableMap<LocalDate, Known>> closes = new TreeMap<>();
    private final Map<Currency, NavigableMap<LocalDate, FxQuote>> rates =
            new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private final List<Split> splits;
    private final SortedSet<LocalDate> days = new TreeSet<>();

    /**
     * @param previous the pack that the new ones continue, if there is one: what it carries is carried on
     * @param closes published after the previous pack and found good by {@link RowScreen}
     * @param splits with ex-dates after the previous pack
     */
    public PackBuilder(
            PackRule rule, Optional<PriceBook> previous, List<Price> closes, List<FxQuote> rates, List<Split> splits) {
        this.rule = rule;
        this.splits = List.copyOf(splits);
        previous.ifPresent(this::carry);
        for (Price close : closes) {
            know(new Known(close, close.date()));
            days.add(close.date());
        }
        for (FxQuote rate : rates) {
            know(rate);
            days.add(rate.date());
        }
        previous.ifPresent(book -> days.removeIf(day -> !day.isAfter(book.date())));
    }

    private void carry(PriceBook previous) {
        previous.prices().forEach(price -> know(new Known(price, previous.date())));
        previous.quotes().forEach(this::know);
    }

    private void know(Known close) {
        closes.computeIfAbsent(close.price().symbol(), symbol -> new TreeMap<>())
                .put(close.price().date(), close);
    }

    private void know(FxQuote rate) {
        rates.computeIfAbsent(rate.quote(), currency -> new TreeMap<>()).put(rate.date(), rate);
    }

    /** Days after the previous pack on which something was published. */
    public SortedSet<LocalDate> days() {
        return Collections.unmodifiableSortedSet(days);
    }

    /**
     * The pack of its day; empty when nothing was published on that day. Throws {@link IncompletePack} when less is known than the rule
     * asks for.
     */
    public Optional<PackDraft> build(PackId id) {
        return days.contains(id.date()) ? Optional.of(known(id)) : Optional.empty();
    }

    /** The same whether or not something was published on that day. */
    PackDraft known(PackId id) {
        LocalDate day = id.date();
        List<Price> prices = new ArrayList<>();
        List<FxQuote> quotes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String symbol : rule.securities().keySet()) {
            last(closes.get(symbol), day)
                    .map(close -> counted(close, day))
                    .ifPresentOrElse(prices::add, () -> missing.add(symbol));
        }
        for (Currency currency : rule.currencies()) {
            last(rates.get(currency), day).ifPresentOrElse(quotes::add, () -> missing.add(currency.getCurrencyCode()));
        }
        if (prices.size() < rule.minimum() * rule.securities().size()
                || quotes.size() < rule.minimum() * rule.currencies().size()) {
            throw new IncompletePack(day, rule, missing);
        }
        return new PackDraft(rule.policy(), new PriceBook(id, prices, quotes), missing, List.of());
    }

    private static <T> Optional<T> last(@Nullable NavigableMap<LocalDate, T> known, LocalDate day) {
        return Optional.ofNullable(known).map(rows -> rows.floorEntry(day)).map(Map.Entry::getValue);
    }

    private Price counted(Known close, LocalDate day) {
        Price price = close.price();
        BigDecimal value = price.close();
        for (Split split : splits) {
            if (split.symbol().equals(price.symbol())
                    && split.exDate().isAfter(close.countedOn())
                    && !split.exDate().isAfter(day)) {
                value = Decimals.divide(value, split.ratio());
            }
        }
        return new Price(price.symbol(), value, price.currency(), price.date(), price.provider());
    }
}
