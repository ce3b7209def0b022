package io.dawsos.bookkeeping;

import java.util.Optional;

/**
 * A write that is in the ledger.
 *
 * @param commit full hash; empty when there was nothing to write
 */
public record LedgerCommitted(LedgerWrite write, Draft draft, Optional<String> commit) {}
