package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.Figure;
import io.dawsos.metrics.PortfolioRisk;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistory.HoldingsAndPrices;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Valuation;
import io.dawsos.portfolio.ValuedPosition;
import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.HoldingReturns;
import io.dawsos.portfolio.explain.LedgerFacts;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.SplitFactors;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Measures the risk of one position within its portfolio; four round trips. */
final class PositionRisks {

    private static final double TRADING_DAYS_A_YEAR = 252;

    private final PortfolioHistory history;
    private final Explanations sources;

    PositionRisks(PortfolioHistory history, Explanations sources) {
        this.history = history;
        this.sources = sources;
    }

    /** The risk, and who delivered the splits that were taken out of the prices. */
    record Measured(PositionRisk risk, List<String> providers) {}

    Measured measure(PortfolioScope scope, PositionRequest request) {
        HoldingsAndPrices read = history.holdings(scope);
        Valuation valuation = Valuation.of(read.holdings(), read.prices(), scope.base());
        ValuedPosition position = Held.require(valuation, request.symbol());
        SortedMap<String, Double> weights = new TreeMap<>();
        NavigableSet<String> symbols = new TreeSet<>();
        NavigableSet<String> currencies = new TreeSet<>();
        valuation
                .positions()
                .forEach(held -> held.weight().ifPresent(weight -> {
                    symbols.add(held.symbol());
                    weights.put(held.symbol(), weight.doubleValue());
                }));
        valuation.cash().stream()
                .filter(cash -> !cash.currency().equals(scope.base()))
                .forEach(cash -> cash.weight().ifPresent(weight -> {
                    currencies.add(cash.currency().getCurrencyCode());
                    weights.put(HoldingReturns.cash(cash.currency().getCurrencyCode()), weight.doubleValue());
                }));
        List<PriceBook> packs = sources.prices().last(scope, symbols, request.lookbackDays());
        List<CorporateAction> actions = sources.actions().known(scope.pack(), symbols);
        Facts facts =
                sources.ledger().read(scope, LedgerFacts.BEGINNING, scope.pack().date(), Optional.empty());
        HoldingReturns returns =
                HoldingReturns.of(packs, symbols, currencies, SplitFactors.of(actions, facts), scope.base());
        LocalDate first = packs.isEmpty() ? scope.pack().date() : packs.get(0).date();
        return new Measured(
                describe(position, first, valuation, PortfolioRisk.of(weights, returns.returns())),
                actions.stream().map(CorporateAction::provider).distinct().toList());
    }

    private static PositionRisk describe(
            ValuedPosition position, LocalDate first, Valuation valuation, PortfolioRisk.Measured measured) {
        Optional<PortfolioRisk> risk = measured.risk();
        Optional<PortfolioRisk.Holding> holding =
                risk.flatMap(known -> Optional.ofNullable(known.holdings().get(position.symbol())));
        SortedMap<String, String> undefined = new TreeMap<>();
        if (holding.isEmpty()) {
            undefined.put("risk", risk.isEmpty() ? measured.reason() : "The pack cannot value the position");
        }
        holding.map(PortfolioRisk.Holding::correlation)
                .filter(figure -> figure.value().isEmpty())
                .ifPresent(figure -> undefined.put("correlation", figure.reason()));
        BigDecimal total = valuation.totalValue();
        return new PositionRisk(
                position.symbol(),
                first,
                valuation.date(),
                PortfolioRisk.CONFIDENCE,
                position.marketValue(),
                position.weight(),
                holding.flatMap(known -> position.marketValue().map(value -> times(value, known.standaloneVar()))),
                holding.map(PortfolioRisk.Holding::standaloneVar),
                holding.map(PortfolioRisk.Holding::marginalVar),
                holding.map(known -> times(total, known.componentVar())),
                risk.flatMap(all -> holding.map(known -> known.componentVar() / all.valueAtRisk())),
                annual(holding, PortfolioRisk.Holding::volatility),
                annual(risk, PortfolioRisk::volatility),
                risk.map(all -> times(total, all.valueAtRisk())),
                holding.map(PortfolioRisk.Holding::beta),
                holding.map(PortfolioRisk.Holding::correlation)
                        .filter(figure -> figure.value().isPresent())
                        .map(Figure::get),
                risk.map(PortfolioRisk::diversificationBenefit),
                risk.map(PortfolioRisk::observations).orElse(0),
                undefined);
    }

    private static BigDecimal times(BigDecimal amount, double fraction) {
        return amount.multiply(BigDecimal.valueOf(fraction));
    }

    private static <T> Optional<Double> annual(Optional<T> of, Function<T, Double> daily) {
        return of.map(daily).map(deviation -> deviation * Math.sqrt(TRADING_DAYS_A_YEAR));
    }
}
