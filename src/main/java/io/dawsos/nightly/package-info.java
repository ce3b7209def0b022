/**
 * The jobs that fill the database, and the nights that run them: packs from market data, snapshots from journals, the daily history from
 * both, and the comparison of all that with the journals.
 * Entry point: {@link io.dawsos.nightly.Nights}; the order of the jobs is that of {@code routes/nightly.camel.yaml}.
 */
@NullMarked
package io.dawsos.nightly;

import org.jspecify.annotations.NullMarked;
