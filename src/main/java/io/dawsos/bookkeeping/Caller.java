package io.dawsos.bookkeeping;

import java.util.UUID;

/**
 * Who asks.
 *
 * @param traceId names the request in logs and in the audit log
 */
public record Caller(UUID userId, String traceId) {}
