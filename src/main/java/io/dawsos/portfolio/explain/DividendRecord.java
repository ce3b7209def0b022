package io.dawsos.portfolio.explain;

import io.dawsos.money.Decimals;
import io.dawsos.portfolio.explain.CorporateAction.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the dividends of securities for one unit, from reference data and, where that is silent, from dividends that were received.
 */
public final class DividendRecord {

    /**
     * One dividend for one unit as held before its ex-date.
     *
     * @param source provider, or {@code ledger}
     */
    public record PerUnit(
            String symbol,
            LocalDate exDate,
            Optional<LocalDate> payDate,
            BigDecimal amount,
            Currency currency,
            String source) {}

    private static final String LEDGER = "ledger";

    private final SortedMap<String, NavigableMap<LocalDate, PerUnit>> bySymbol = new TreeMap<>();
    private final SortedMap<String, BigDecimal> withholding = new TreeMap<>();

    private DividendRecord() {}

    /**
     * Gathers what is known.
     *
     * @param received by day
     */
    public static DividendRecord of(Collection<CorporateAction> actions, List<Dividend> received) {
        DividendRecord known = new DividendRecord();
        actions.stream()
                .filter(action -> action.kind() == Kind.DIVIDEND)
                .forEach(action -> known.add(new PerUnit(
                        action.symbol(),
                        action.exDate(),
                        action.payDate(),
                        action.amount().orElseThrow(),
                        action.currency().orElseThrow(),
                        action.provider())));
        for (Dividend dividend : received) {
            dividend.perUnit()
                    .ifPresent(amount -> known.add(new PerUnit(
                            dividend.symbol(),
                            dividend.exDate().orElseThrow(),
                            Optional.of(dividend.paid()),
                            amount,
                            dividend.currency(),
                            LEDGER)));
            if (dividend.gross().signum() > 0) {
                known.withholding.put(dividend.symbol(), Decimals.divide(dividend.withheld(), dividend.gross()));
            }
        }
        return known;
    }

    private void add(PerUnit dividend) {
        bySymbol.computeIfAbsent(dividend.symbol(), symbol -> new TreeMap<>()).putIfAbsent(dividend.exDate(), dividend);
    }

    /** Dividends with an ex-date after {@code after} and up to {@code to}, by ex-date. */
    public List<PerUnit> between(String symbol, LocalDate after, LocalDate to) {
        return List.copyOf(bySymbol.getOrDefault(symbol, new TreeMap<>())
                .subMap(after, false, to, true)
                .values());
    }

    /** Ex-date of the first dividend known. */
    public Optional<LocalDate> first(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol)).map(NavigableMap::firstKey);
    }

    /** Share of the last dividend received that was withheld; empty when none was received yet. */
    public Optional<BigDecimal> withholdingRate(String symbol) {
        return Optional.ofNullable(withholding.get(symbol));
    }
}
