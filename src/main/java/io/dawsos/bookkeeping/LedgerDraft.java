package io.dawsos.bookkeeping;

import io.dawsos.ledger.LedgerChange;
import java.util.Optional;

/**
 * A write worked out from one head of the ledger.
 *
 * @param change the commit that it takes; empty when there is nothing to write
 */
public record LedgerDraft(LedgerWrite write, Draft draft, Optional<LedgerChange> change) {}
