package io.dawsos.execution;

import java.util.Optional;
import java.util.UUID;

/** Executions that were answered, each visible to its user only. */
public interface ExecutionStore {

    /** Adds one, in one round trip; there is no changing it later. */
    void save(StoredExecution execution);

    Optional<StoredExecution> find(UUID userId, UUID requestId);
}
