/**
 * What tests of several packages share: ledgers and packs built in code, and golden files.
 * Entry points: {@link io.dawsos.testing.TestingJournal}, {@link io.dawsos.testing.TestingPacks} and {@link io.dawsos.testing.Golden}.
 */
@NullMarked
package io.dawsos.testing;

import org.jspecify.annotations.NullMarked;
