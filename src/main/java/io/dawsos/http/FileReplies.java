package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files as bodies of answers. The server sends them by itself, in the pace of the client: no thread waits for a slow one, and of one that
 * hangs up nothing stays. The length is told ahead, so that a client sees what did not arrive whole. When a file was sent, or its client is
 * gone, it is closed and deleted.
 *
 * <p>Camel would pump it as a stream, which it never closes when the client hangs up meanwhile. It does not write once the response has ended;
 * that of HTTP/1.1 has, from its own point of view, as soon as the file is handed over.
 */
public final class FileReplies {

    private static final Logger LOG = LoggerFactory.getLogger(FileReplies.class);
    private static final String RESPONSE = "dawsos.response";

    private final Map<Path, CompletableFuture<Void>> sending = new ConcurrentHashMap<>();

    /** Remembers where to answer, before anything on the way makes another message of this one. */
    static void prepare(Exchange exchange) {
        exchange.setProperty(RESPONSE, exchange.getMessage(HttpMessage.class).getResponse());
    }

    /** Sends the headers of the message, and the file, whose life ends with it. */
    void send(Exchange exchange, Path file) {
        HttpServerResponse response = exchange.getProperty(RESPONSE, HttpServerResponse.class);
        sending.put(file, new CompletableFuture<>());
        try {
            exchange.getMessage().getHeaders().forEach((name, value) -> {
                if (!name.startsWith("Camel")) {
                    response.putHeader(name, value.toString());
                }
            });
            response.sendFile(file.toAbsolutePath().toString()).onComplete(sent -> end(file));
        } catch (IllegalStateException e) {
            end(file);
            throw e;
        }
        if (!response.ended()) {
            throw new Failure(FailureReason.INTERNAL_ERROR, "The file cannot be read; nothing was sent");
        }
    }

    private void end(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.error("The file {} was sent and cannot be deleted", file, e);
        }
        CompletableFuture<Void> over = sending.remove(file);
        if (over != null) {
            over.complete(null);
        }
    }

    /** Gives those that are being sent some time, before the server closes their connections. */
    void finish(Duration atMost) {
        try {
            CompletableFuture.allOf(sending.values().toArray(CompletableFuture[]::new))
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} files were not taken within {}; their clients are cut off", sending.size(), atMost);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nothing here completes with a failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
