/**
 * The text of a journal: the subset of Beancount that may be written and what it says, line by line.
 * Entry point: {@link io.dawsos.ledger.beancount.JournalReader}. Knows nothing of lots, cash or git.
 */
@NullMarked
package io.dawsos.ledger.beancount;

import org.jspecify.annotations.NullMarked;
