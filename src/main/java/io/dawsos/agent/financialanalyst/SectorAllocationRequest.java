package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;

/** Arguments of {@code portfolio.sector_allocation}. */
public record SectorAllocationRequest(
        @Arg(doc = "Result of portfolio.get_valued_positions")
        ValuedPositions valuedPositions) {}
