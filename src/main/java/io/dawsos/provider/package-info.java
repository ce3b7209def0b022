/**
 * Market data from outside and from the shipped demo files, in the shape of the ports.
 * Entry point: {@link io.dawsos.provider.DemoMarket}.
 */
@NullMarked
package io.dawsos.provider;

import org.jspecify.annotations.NullMarked;
