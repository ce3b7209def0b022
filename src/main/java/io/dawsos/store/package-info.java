/**
 * The ports of the other packages, answered by PostgreSQL under row level security.
 * Entry point: {@link io.dawsos.store.Database}.
 */
@NullMarked
package io.dawsos.store;

import org.jspecify.annotations.NullMarked;
