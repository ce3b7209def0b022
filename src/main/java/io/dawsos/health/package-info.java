/**
 * What is wrong with the data that a user's portfolios are answered from: prices, exchange rates, packs, history, symbols.
 * Entry point: {@link io.dawsos.health.DataHealth}. What is looked at comes through {@link io.dawsos.health.HealthSource}.
 */
@NullMarked
package io.dawsos.health;

import org.jspecify.annotations.NullMarked;
