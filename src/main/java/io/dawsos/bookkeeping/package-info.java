/**
 * What clients want written into the ledger: read and checked, worked out as a journal entry, booked in memory, committed, imported.
 * Entry points: {@link io.dawsos.bookkeeping.LedgerWriter} and the readers. Knows neither HTTP nor git.
 */
@NullMarked
package io.dawsos.bookkeeping;

import org.jspecify.annotations.NullMarked;
