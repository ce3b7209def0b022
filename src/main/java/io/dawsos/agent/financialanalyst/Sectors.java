package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.metrics.SectorAllocation;
import io.dawsos.metrics.SectorAllocation.Part;
import io.dawsos.portfolio.Securities;
import io.dawsos.portfolio.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sorts valued positions into sectors, as the security master classifies them. */
final class Sectors {

    private static final String FUNDS = "Funds";
    private static final String CASH = "Cash";
    private static final String UNCLASSIFIED = "Unclassified";

    private final Securities securities;

    Sectors(Securities securities) {
        this.securities = securities;
    }

    Answer<SectorWeights> allocate(ValuedPositions valued, ExecutionContext context) {
        List<String> warnings = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (ValuedPositions.Position position : valued.positions()) {
            String sector = sectorOf(position.symbol(), warnings);
            position.marketValue().ifPresent(value -> parts.add(new Part(sector, value)));
            noteUnvalued(position.symbol(), position.marketValue(), warnings);
        }
        for (ValuedPositions.Cash cash : valued.cash()) {
            cash.value().ifPresent(value -> parts.add(new Part(CASH, value)));
            noteUnvalued("Cash in " + cash.currency(), cash.value(), warnings);
        }
        SectorAllocation allocation = SectorAllocation.of(parts);
        List<SectorWeights.Sector> sectors = allocation.sectors().stream()
                .map(sector -> new SectorWeights.Sector(sector.name(), sector.value(), sector.weight()))
                .toList();
        return Answers.of(new SectorWeights(sectors, allocation.total(), valued.baseCurrency()), context)
                .warning(warnings);
    }

    private String sectorOf(String symbol, List<String> warnings) {
        Optional<Security> security = securities.find(symbol);
        if (security.isEmpty()) {
            warnings.add(symbol + " is not in the security master and stands under " + UNCLASSIFIED);
        }
        return security.map(known -> known.sector().orElse("etf".equals(known.type()) ? FUNDS : UNCLASSIFIED))
                .orElse(UNCLASSIFIED);
    }

    private static void noteUnvalued(String what, Optional<?> value, List<String> warnings) {
        if (value.isEmpty()) {
            warnings.add(what + " has no value and stands in no sector");
        }
    }
}
