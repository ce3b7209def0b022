package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.metrics.CurrencyAttribution;
import io.dawsos.metrics.Effects;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistory.HoldingsAndPrices;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Valuation;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One position of a portfolio, from every side. */
public final class PositionCapabilities {

    private final PortfolioHistory history;
    private final Explanations sources;
    private final PositionDescription description;
    private final PositionRisks risks;

    public PositionCapabilities(PortfolioHistory history, Securities securities, Explanations sources) {
        this.history = history;
        this.sources = sources;
        this.description = new PositionDescription(securities);
        this.risks = new PositionRisks(history, sources);
    }

    @Capability(
            value = "position.details",
            doc =
                    "A position as the pack values it: units, average cost, price, value, weight, and the unrealized gain as price effect, FX effect and"
                            + " interaction.")
    public Answer<PositionDetails> details(PositionRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        HoldingsAndPrices read = history.holdings(scope);
        Valuation valuation = Valuation.of(read.holdings(), read.prices(), scope.base());
        PositionDetails details = description.of(Held.require(valuation, request.symbol()));
        return Answers.of(details, context)
                .warning(valuation.warnings().stream()
                        .filter(warning -> warning.contains(request.symbol()))
                        .toList());
    }

    @Capability(
            value = "position.performance",
            doc =
                    "What a position returned over the days on which it was held, in its own and in base currency, dividends and commissions included;"
                            + " fractions, with the daily returns of position and portfolio.")
    public Answer<PositionPerformance> performance(PositionRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        return Answers.of(
                PositionReturns.measure(
                        request.symbol(), sources.positions().last(scope, request.symbol(), request.lookbackDays())),
                context);
    }

    @Capability(
            value = "position.contribution",
            doc = "What a position contributed to the return of the portfolio; fractions.")
    public Answer<PositionContribution> contribution(PositionRequest request, ExecutionContext context) {
        CurrencyAttribution attribution = attribution(request, context);
        CurrencyAttribution.Row row = row(attribution, request.symbol());
        double portfolio = attribution.portfolio().total();
        double part = row.contribution().total();
        return Answers.of(
                new PositionContribution(
                        request.symbol(),
                        attribution.from(),
                        attribution.to(),
                        part,
                        row.rates().map(Effects::total),
                        portfolio,
                        portfolio == 0 ? Optional.empty() : Optional.of(part / portfolio),
                        row.weight()),
                context);
    }

    @Capability(
            value = "position.currency_attribution",
            doc =
                    "The return of a position as local market, exchange rate and interaction, and their contributions to the portfolio's return; fractions.")
    public Answer<PositionAttribution> currencyAttribution(PositionRequest request, ExecutionContext context) {
        CurrencyAttribution attribution = attribution(request, context);
        CurrencyAttribution.Row row = row(attribution, request.symbol());
        return Answers.of(
                new PositionAttribution(
                        request.symbol(),
                        attribution.from(),
                        attribution.to(),
                        row.currency(),
                        context.baseCurrency(),
                        row.rates().map(Effects::local),
                        row.rates().map(Effects::fx),
                        row.rates().map(Effects::interaction),
                        row.rates().map(Effects::total),
                        row.contribution().local(),
                        row.contribution().fx(),
                        row.contribution().interaction(),
                        row.contribution().total()),
                context);
    }

    private CurrencyAttribution attribution(PositionRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        AttributionWindow window = history.lastAttribution(scope, request.lookbackDays() - 1);
        window.unvalued().ifPresent(day -> {
            throw Failure.invalid(List.of(new Violation("/asof", day.reason())));
        });
        return CurrencyAttribution.of(window);
    }

    private static CurrencyAttribution.Row row(CurrencyAttribution attribution, String symbol) {
        return attribution.holdings().stream()
                .filter(row -> !row.cash() && row.name().equals(symbol))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(List.of(new Violation(
                        "/args/symbol",
                        "'" + symbol + "' was not held between " + attribution.from() + " and " + attribution.to()))));
    }

    @Capability(
            value = "position.risk",
            doc =
                    "Risk of a position and its part in the risk of the portfolio as held now: volatility, beta, correlation, and one-day VaR at 95 % alone,"
                            + " marginal and as component.")
    public Answer<PositionRisk> risk(PositionRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        PositionRisks.Measured measured = risks.measure(scope, request);
        return Answers.of(measured.risk(), context).by(measured.providers());
    }

    @Capability(value = "position.transactions", doc = "The ledger's entries about one security, the newest first.")
    public Answer<Transactions> transactions(TransactionsRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        List<LedgerTransaction> entries = new ArrayList<>(sources.ledger()
                .read(scope, LedgerFacts.BEGINNING, scope.pack().date(), Optional.of(request.symbol()))
                .transactions());
        Collections.reverse(entries);
        return Answers.of(
                new Transactions(
                        request.symbol(),
                        entries.size(),
                        entries.stream()
                                .limit(request.limit())
                                .map(PositionCapabilities::entry)
                                .toList()),
                context);
    }

    private static Transactions.Entry entry(LedgerTransaction entry) {
        boolean ownCash = !entry.cash().isEmpty()
                && entry.cash().stream().map(CashChange::currency).allMatch(entry.currency()::equals);
        BigDecimal cash = entry.cash().stream().map(CashChange::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Transactions.Entry(
                entry.date(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.quantity(),
                entry.price(),
                entry.currency(),
                Optional.of(cash).filter(amount -> ownCash),
                entry.commission(),
                entry.gross(),
                entry.withheld(),
                entry.realizedGain(),
                entry.fxRate(),
                entry.narration());
    }
}
