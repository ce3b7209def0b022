/**
 * Why a portfolio is worth what it is: realized gains, dividends paid and expected, the change of its value, and the difference of two packs.
 * Pure functions over the ledger's facts and the packs' prices. Entry points: {@link io.dawsos.portfolio.explain.ValueChange},
 * {@link io.dawsos.portfolio.explain.RealizedGains}, {@link io.dawsos.portfolio.explain.PackDiff}, and the ports in
 * {@link io.dawsos.portfolio.explain.Explanations}.
 */
@NullMarked
package io.dawsos.portfolio.explain;

import org.jspecify.annotations.NullMarked;
