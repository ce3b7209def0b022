package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;

/** Arguments of {@code charts.overview}. A chart whose result is absent is left out. */
public record ChartsRequest(
        @Arg(doc = "Result of portfolio.get_valued_positions")
        Optional<ValuedPositions> valuedPositions,

        @Arg(doc = "Result of metrics.compute_twr") Optional<PerformanceMetrics> perfMetrics,
        @Arg(doc = "Result of attribution.currency") Optional<AttributedReturn> currencyAttr,
        @Arg(doc = "Result of portfolio.sector_allocation") Optional<SectorWeights> sectorAllocation,
        @Arg(doc = "Result of portfolio.historical_nav") Optional<HistoricalNav> historicalNav) {}
