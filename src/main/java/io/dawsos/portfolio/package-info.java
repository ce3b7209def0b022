/**
 * Holdings valued with a pack, and the daily history of a portfolio.
 * Entry points: {@link io.dawsos.portfolio.Valuation} for one day, {@link io.dawsos.portfolio.DailyHistory} for all, and the port
 * {@link io.dawsos.portfolio.PortfolioHistory}.
 */
@NullMarked
package io.dawsos.portfolio;

import org.jspecify.annotations.NullMarked;
