package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistory.HoldingsAndPrices;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Valuation;

/** What a portfolio is worth, in what it lies, and how its value went. */
public final class PortfolioCapabilities {

    private final PortfolioHistory history;
    private final ValuedAnswers valued;
    private final Sectors sectors;

    public PortfolioCapabilities(PortfolioHistory history, Securities securities) {
        this.history = history;
        this.valued = new ValuedAnswers(securities);
        this.sectors = new Sectors(securities);
    }

    @Capability(
            value = "portfolio.get_valued_positions",
            doc =
                    "Positions and cash valued with the pack; values in base currency, weights as fractions of the total with cash.")
    public Answer<ValuedPositions> getValuedPositions(PortfolioRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        HoldingsAndPrices read = history.holdings(scope);
        return valued.answer(Valuation.of(read.holdings(), read.prices(), scope.base()), read.prices(), context);
    }

    @Capability(
            value = "portfolio.sector_allocation",
            doc =
                    "Value by GICS sector; funds stand under 'Funds', cash under 'Cash'; weights are fractions that add up to 1.")
    public Answer<SectorWeights> sectorAllocation(SectorAllocationRequest request, ExecutionContext context) {
        return sectors.allocate(request.valuedPositions(), context);
    }

    @Capability(
            value = "portfolio.historical_nav",
            doc = "Daily value of the portfolio at the close and its external flows, in base currency.")
    public Answer<HistoricalNav> historicalNav(RangeRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        Series series = Series.known(history, scope, request);
        HistoricalNav nav = new HistoricalNav(
                series.values().stream().map(DailyValue::date).toList(),
                series.values().stream().map(DailyValue::value).toList(),
                series.values().stream().map(DailyValue::flow).toList());
        return Answers.of(nav, context).warning(series.warnings());
    }
}
