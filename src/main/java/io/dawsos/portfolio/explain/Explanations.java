package io.dawsos.portfolio.explain;

/** The ports that explanations are computed from. */
public record Explanations(
        LedgerFacts ledger, PriceHistory prices, PositionHistory positions, CorporateActions actions) {}
