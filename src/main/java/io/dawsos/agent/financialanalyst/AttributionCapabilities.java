package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.AttributedReturn.Contribution;
import io.dawsos.agent.financialanalyst.AttributedReturn.CurrencyRow;
import io.dawsos.agent.financialanalyst.AttributedReturn.PositionRow;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.metrics.AttributionCheck;
import io.dawsos.metrics.CurrencyAttribution;
import io.dawsos.metrics.Effects;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.Explanations;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Where a portfolio's return came from. */
public final class AttributionCapabilities {

    private final PortfolioHistory history;
    private final ValueChanges changes;

    public AttributionCapabilities(PortfolioHistory history, Explanations sources) {
        this.history = history;
        this.changes = new ValueChanges(history, sources);
    }

    @Capability(
            value = "attribution.currency",
            aliases = "metrics.currency_attribution",
            doc =
                    "Splits the time-weighted return into local markets, exchange rates and their interaction, by currency and by position;"
                            + " fractions that add up exactly.")
    public Answer<AttributedReturn> currency(RangeRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        AttributionWindow window = Series.attribution(history, scope, request);
        if (window.unvalued().isPresent()) {
            return Answers.of(AttributedReturn.unknown(window.to(), scope.base()), context)
                    .warning(List.of(window.unvalued().get().reason()));
        }
        List<String> warnings = request.from()
                .map(asked -> Series.later(asked, Optional.of(window.from())))
                .orElse(List.of());
        CurrencyAttribution attribution = CurrencyAttribution.of(window);
        return Answers.of(result(attribution, AttributionCheck.of(window, attribution), scope.base()), context)
                .warning(warnings);
    }

    @Capability(
            value = "attribution.value_change",
            doc =
                    "What made the value of the portfolio change: external flows, income, taxes, commissions, fees, realized and unrealized gains,"
                            + " exchange rates, and the residual; base currency, from the close of one day to that of another.")
    public Answer<ValueChangeReport> valueChange(RangeRequest request, ExecutionContext context) {
        return changes.explain(Scopes.of(context, request.portfolioId(), request.packId()), request, context);
    }

    private static AttributedReturn result(CurrencyAttribution attribution, AttributionCheck check, Currency base) {
        Effects portfolio = attribution.portfolio();
        return new AttributedReturn(
                attribution.from(),
                attribution.to(),
                base,
                Optional.of(portfolio.local()),
                Optional.of(portfolio.fx()),
                Optional.of(portfolio.interaction()),
                Optional.of(portfolio.total()),
                attribution.currencies().stream()
                        .map(AttributionCapabilities::currencyRow)
                        .toList(),
                attribution.holdings().stream()
                        .map(AttributionCapabilities::positionRow)
                        .toList(),
                Optional.of(new AttributedReturn.Verification(
                        check.holds(),
                        check.largestBps(),
                        check.portfolioBps(),
                        check.currencyBps(),
                        check.holdingBps(),
                        AttributionCheck.TOLERANCE_BPS)));
    }

    private static CurrencyRow currencyRow(CurrencyAttribution.Row row) {
        return new CurrencyRow(
                row.currency(),
                row.weight(),
                row.rates().map(Effects::local),
                row.rates().map(Effects::fx),
                row.rates().map(Effects::interaction),
                row.rates().map(Effects::total),
                Contribution.of(row.contribution()));
    }

    private static PositionRow positionRow(CurrencyAttribution.Row row) {
        return new PositionRow(
                row.name(),
                row.cash(),
                row.currency(),
                row.weight(),
                row.rates().map(Effects::local),
                row.rates().map(Effects::fx),
                row.rates().map(Effects::interaction),
                row.rates().map(Effects::total),
                Contribution.of(row.contribution()));
    }
}
