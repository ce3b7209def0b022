package io.dawsos.execution;

import io.dawsos.pricing.PackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One run as it is kept: what fixes its answer, and the answer to the byte.
 *
 * @param status how it ended, in the words of the trace
 * @param response the body as it was sent
 * @param resultHash SHA-256, hexadecimal, of the result; empty when there was none
 * @param createdAt when it was opened, kept to the microsecond
 */
public record StoredExecution(
        UUID requestId,
        UUID userId,
        String patternId,
        String patternVersion,
        Optional<UUID> portfolioId,
        PackId pack,
        String ledgerCommit,
        String status,
        String response,
        Optional<String> resultHash,
        Instant createdAt,
        Duration duration) {}
