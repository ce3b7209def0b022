/**
 * Figures about a portfolio as pure functions: returns, risk, attribution, allocation.
 * Entry points: {@link io.dawsos.metrics.TimeWeightedReturn} and {@link io.dawsos.metrics.CurrencyAttribution}.
 */
@NullMarked
package io.dawsos.metrics;

import org.jspecify.annotations.NullMarked;
