package io.dawsos.export;

import io.dawsos.execution.RequestIds;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param address as the server saw it; empty where nobody called from outside
 * @param userAgent as the client says
 */
public record Client(UUID userId, RequestIds ids, String address, String userAgent) {}
