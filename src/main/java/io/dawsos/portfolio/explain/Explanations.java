package io.dawsos.portfolio.explain;

/** The ports that explanations are computed from. */
public record Explanations(
        LedgerFacts ledger, PackSeries prices, PositionHistory positions, CorporateActions actions) {}
