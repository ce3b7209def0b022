/**
 * Market data from outside and from the shipped demo files, in the shape of the ports.
 * Entry points: {@link io.dawsos.provider.DemoMarket} and {@link io.dawsos.provider.MarketFolder}.
 */
@NullMarked
package io.dawsos.provider;

import org.jspecify.annotations.NullMarked;
