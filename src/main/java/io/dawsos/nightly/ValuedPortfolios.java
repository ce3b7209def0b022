package io.dawsos.nightly;

import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.Portfolios;

/** Whose portfolios there are, and what they hold. */
public record ValuedPortfolios(Portfolios portfolios, PortfolioHistory history) {}
