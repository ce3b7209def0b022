package io.dawsos.export;

import io.dawsos.execution.StoredExecution;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody wants a result to leave.
 *
 * @param executionId the result
 * @param fresh the result itself, where it was computed a moment ago and need not be looked up
 * @param redact whether to leave out what is blocked in place of refusing all
 */
public record ExportRequest(
        Client client, UUID executionId, Optional<StoredExecution> fresh, ExportFormat format, boolean redact) {}
