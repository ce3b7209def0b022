/**
 * What everything was worth: immutable daily packs of prices and exchange rates, and how they are built.
 * Entry point: {@link io.dawsos.pricing.PriceBook}; port {@link io.dawsos.pricing.PricingPacks}.
 */
@NullMarked
package io.dawsos.pricing;

import org.jspecify.annotations.NullMarked;
