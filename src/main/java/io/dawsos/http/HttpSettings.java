package io.dawsos.http;

import java.util.List;
import java.util.Optional;

/**
 * How the server listens.
 *
 * @param port 0 takes a free one
 * @param maxBodyBytes larger request bodies are refused with 413
 * @param workers threads for all requests but executions
 * @param executionThreads threads for executions
 * @param corsOrigins origins of browsers that may call; empty allows none
 * @param jwtSecret signs the tokens that callers must send; empty asks for none
 * @param strictTransport whether to send Strict-Transport-Security
 */
public record HttpSettings(
        String host,
        int port,
        long maxBodyBytes,
        int workers,
        int executionThreads,
        List<String> corsOrigins,
        Optional<String> jwtSecret,
        boolean strictTransport) {
    public HttpSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }
}
