/**
 * Currencies, exchange rates and the arithmetic of money. Entry point: {@link io.dawsos.money.FxRate}.
 * Depends on the JDK only.
 */
@NullMarked
package io.dawsos.money;

import org.jspecify.annotations.NullMarked;
