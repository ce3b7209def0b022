package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.AttributedReturn.Contribution;
import io.dawsos.agent.financialanalyst.AttributedReturn.CurrencyRow;
import io.dawsos.agent.financialanalyst.AttributedReturn.PositionRow;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.metrics.CurrencyAttribution;
import io.dawsos.metrics.Effects;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Where a portfolio's return came from. */
public final class AttributionCapabilities {

    private final PortfolioHistory history;

    public AttributionCapabilities(PortfolioHistory history) {
        this.history = history;
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
        return Answers.of(result(CurrencyAttribution.of(window), scope.base()), context)
                .warning(warnings);
    }

    private static AttributedReturn result(CurrencyAttribution attribution, Currency base) {
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
                        .toList());
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
