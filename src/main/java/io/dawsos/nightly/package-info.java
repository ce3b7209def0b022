/**
 * The jobs that fill the database: packs from market data, snapshots from journals, the daily history from both.
 * Entry point: {@link io.dawsos.nightly.Nightly}.
 */
@NullMarked
package io.dawsos.nightly;

import org.jspecify.annotations.NullMarked;
