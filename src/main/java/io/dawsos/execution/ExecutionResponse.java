package io.dawsos.execution;

import java.util.Optional;

/**
 * A finished execution, written.
 *
 * @param body {@code {"data","charts","panels","warnings","trace"}} as UTF-8 JSON
 * @param resultHash see {@link Trace#resultHash()}
 * @param stalePack whether it was computed from a pack that was not fresh, or from an older one because a newer failed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and written once, never compared
public record ExecutionResponse(
        ExecutionContext context, byte[] body, Optional<String> resultHash, boolean stalePack) {}
