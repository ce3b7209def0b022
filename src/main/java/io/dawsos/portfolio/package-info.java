/**
 * Holdings valued with a pack, and the daily history of a portfolio.
 * Entry point: {@link io.dawsos.portfolio.PortfolioHistory}.
 */
@NullMarked
package io.dawsos.portfolio;

import org.jspecify.annotations.NullMarked;
