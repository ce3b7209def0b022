/**
 * One security, many names: our symbol, the exchange it trades on, its identifiers, and how each provider spells it.
 * Entry point: {@link io.dawsos.symbol.SymbolResolver}. What is known comes through {@link io.dawsos.symbol.SymbolStore}.
 */
@NullMarked
package io.dawsos.symbol;

import org.jspecify.annotations.NullMarked;
