package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.IncomeForecast.Month;
import io.dawsos.agent.financialanalyst.IncomeForecast.Position;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.ExpectedDividend;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Adds up the dividends of the coming twelve months. */
final class Forecasts {

    private static final String METHOD =
            "Declared dividends, and for all others those of the last twelve months by ex-date: the same amount for one unit, a year later, on the"
                    + " units held now, at the exchange rates of the pack. No growth, no cut, no trade.";

    private final Outlooks outlook;
    private final SortedMap<String, String> undefined = new TreeMap<>();
    private final SortedMap<YearMonth, BigDecimal> months = new TreeMap<>();

    Forecasts(Outlooks outlook) {
        this.outlook = outlook;
    }

    IncomeForecast forecast(PortfolioScope scope) {
        List<Position> positions = new ArrayList<>();
        outlook.dividends().held().forEach((symbol, units) -> positions.add(position(symbol, units)));
        boolean known = positions.isEmpty()
                || positions.stream().anyMatch(position -> position.gross().isPresent());
        boolean netKnown = known
                && positions.stream()
                        .noneMatch(position ->
                                position.gross().isPresent() && position.net().isEmpty());
        return new IncomeForecast(
                scope.pack().date(),
                scope.pack().date().plusYears(1),
                scope.base(),
                METHOD,
                positions,
                months.entrySet().stream()
                        .map(month -> new Month(month.getKey().toString(), month.getValue()))
                        .toList(),
                Optional.of(sum(positions.stream().flatMap(position -> position.gross().stream())))
                        .filter(sum -> known),
                Optional.of(sum(positions.stream().flatMap(position -> position.net().stream())))
                        .filter(sum -> netKnown),
                undefined);
    }

    private Position position(String symbol, BigDecimal units) {
        Optional<String> unknown = outlook.dividends().unknown(symbol);
        unknown.ifPresent(reason -> undefined.put(symbol, reason));
        List<ExpectedDividend> expected = outlook.dividends().nextYear(symbol);
        List<Currency> currencies =
                expected.stream().map(ExpectedDividend::currency).distinct().toList();
        Optional<Currency> currency = currencies.stream().findFirst().filter(only -> currencies.size() == 1);
        List<Currency> unrated =
                currencies.stream().filter(each -> outlook.rate(each).isEmpty()).toList();
        unrated.forEach(each -> undefined.put(symbol, "The pack has no rate " + each + "/" + outlook.base()));
        boolean known = unknown.isEmpty() && unrated.isEmpty();
        if (known) {
            expected.forEach(dividend ->
                    months.merge(YearMonth.from(dividend.due()), inBase(dividend, dividend.gross()), BigDecimal::add));
        }
        return new Position(
                symbol,
                units,
                expected.size(),
                (int) expected.stream()
                        .filter(dividend -> !dividend.estimated())
                        .count(),
                currency.map(only -> sum(expected.stream().map(ExpectedDividend::amount))),
                currency,
                currency.flatMap(outlook::rate),
                expected.stream()
                        .flatMap(dividend -> dividend.withholdingRate().stream())
                        .findFirst(),
                known ? Optional.of(sum(expected.stream().map(each -> inBase(each, each.gross())))) : Optional.empty(),
                known ? net(expected) : Optional.empty());
    }

    private Optional<BigDecimal> net(List<ExpectedDividend> expected) {
        if (expected.stream().anyMatch(dividend -> dividend.net().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(sum(expected.stream()
                .flatMap(each -> each.net().stream().map(net -> inBase(each, net)))));
    }

    private BigDecimal inBase(ExpectedDividend dividend, BigDecimal amount) {
        return outlook.rate(dividend.currency()).map(amount::multiply).orElseThrow();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
