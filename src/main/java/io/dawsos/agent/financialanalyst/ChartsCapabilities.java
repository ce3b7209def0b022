package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.Chart.Bar;
import io.dawsos.agent.financialanalyst.Chart.Point;
import io.dawsos.agent.financialanalyst.Chart.ShareOn;
import io.dawsos.agent.financialanalyst.Chart.Slice;
import io.dawsos.agent.financialanalyst.Chart.ValueOn;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.Drawdown;
import io.dawsos.metrics.TimeWeightedReturn;
import io.dawsos.money.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draws the results of earlier steps; computes nothing that they do not hold. */
public final class ChartsCapabilities {

    @Capability(
            value = "charts.overview",
            doc =
                    "Charts of the results given: allocation, sectors, currency attribution, performance, value and drawdown;"
                            + " money in base currency, everything else as fractions.")
    public Answer<List<Chart>> overview(ChartsRequest request, ExecutionContext context) {
        String currency = context.baseCurrency().getCurrencyCode();
        List<Chart> charts = new ArrayList<>();
        request.valuedPositions().ifPresent(valued -> charts.add(allocation(valued)));
        request.sectorAllocation().ifPresent(sectors -> charts.add(sectors(sectors)));
        request.currencyAttr().ifPresent(attribution -> charts.add(effects(attribution)));
        request.perfMetrics().ifPresent(metrics -> charts.add(performance(metrics)));
        request.historicalNav().ifPresent(nav -> charts.add(value(nav, currency)));
        request.historicalNav().ifPresent(nav -> charts.add(drawdown(nav)));
        return Answers.of(List.copyOf(charts), context);
    }

    private static Chart allocation(ValuedPositions valued) {
        List<Point> slices = new ArrayList<>();
        for (ValuedPositions.Position position : valued.positions()) {
            position.marketValue()
                    .ifPresent(value -> slices.add(new Slice(position.symbol(), value, position.weight())));
        }
        for (ValuedPositions.Cash cash : valued.cash()) {
            cash.value()
                    .ifPresent(value ->
                            slices.add(new Slice("Cash " + cash.currency(), value, share(value, valued.totalValue()))));
        }
        return new Chart("pie", "Allocation", valued.baseCurrency().getCurrencyCode(), slices);
    }

    private static Optional<BigDecimal> share(BigDecimal value, BigDecimal total) {
        return total.signum() == 0 ? Optional.empty() : Optional.of(Decimals.divide(value, total));
    }

    private static Chart sectors(SectorWeights sectors) {
        List<Point> slices = sectors.sectors().stream()
                .<Point>map(sector -> new Slice(sector.sector(), sector.value(), sector.weight()))
                .toList();
        return new Chart("pie", "Sectors", sectors.baseCurrency().getCurrencyCode(), slices);
    }

    private static Chart effects(AttributedReturn attribution) {
        List<Point> bars = new ArrayList<>();
        attribution.localReturn().ifPresent(value -> bars.add(new Bar("Local return", value)));
        attribution.fxReturn().ifPresent(value -> bars.add(new Bar("FX return", value)));
        attribution.interaction().ifPresent(value -> bars.add(new Bar("Interaction", value)));
        return new Chart("donut", "Currency attribution", Chart.FRACTION, bars);
    }

    private static Chart performance(PerformanceMetrics metrics) {
        List<Point> bars = new ArrayList<>();
        metrics.twr().ifPresent(value -> bars.add(new Bar("Return", value)));
        metrics.twrAnnualized().ifPresent(value -> bars.add(new Bar("Return a year", value)));
        metrics.volatility().ifPresent(value -> bars.add(new Bar("Volatility", value)));
        metrics.maxDrawdown().ifPresent(value -> bars.add(new Bar("Maximum drawdown", value)));
        return new Chart("bar", "Performance", Chart.FRACTION, bars);
    }

    private static Chart value(HistoricalNav nav, String currency) {
        List<Point> points = IntStream.range(0, nav.dates().size())
                .<Point>mapToObj(
                        i -> new ValueOn(nav.dates().get(i), nav.values().get(i)))
                .toList();
        return new Chart("line", "Net asset value", currency, points);
    }

    private static Chart drawdown(HistoricalNav nav) {
        List<DatedValue> values = IntStream.range(0, nav.dates().size())
                .mapToObj(i -> new DatedValue(
                        nav.dates().get(i), nav.values().get(i), nav.flows().get(i)))
                .toList();
        List<Point> points = Drawdown.path(TimeWeightedReturn.of(values).wealth()).stream()
                .<Point>map(point -> new ShareOn(point.date(), point.wealth()))
                .toList();
        return new Chart("area", "Drawdown", Chart.FRACTION, points);
    }
}
