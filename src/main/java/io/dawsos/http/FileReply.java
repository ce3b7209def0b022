package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.HttpMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as the body of an answer. The server sends it by itself, in the pace of the client: no thread waits for a slow one, and of one that
 * hangs up nothing stays. The length is told ahead, so that a client sees what did not arrive whole. When it was sent, or the client is gone,
 * the file is closed and deleted.
 *
 * <p>Camel would pump it as a stream, which it never closes when the client hangs up meanwhile. It does not write once the response has ended;
 * that of HTTP/1.1 has, from its own point of view, as soon as the file is handed over.
 */
final class FileReply {

    private static final Logger LOG = LoggerFactory.getLogger(FileReply.class);
    private static final String RESPONSE = "dawsos.response";

    private FileReply() {}

    /** Remembers where to answer, before anything on the way makes another message of this one. */
    static void prepare(Exchange exchange) {
        exchange.setProperty(RESPONSE, exchange.getMessage(HttpMessage.class).getResponse());
    }

    /** Sends status and headers of the message, and the file, whose life ends with it. */
    static void send(Exchange exchange, int status, Path file) {
        HttpServerResponse response = exchange.getProperty(RESPONSE, HttpServerResponse.class);
        try {
            response.setStatusCode(status);
            exchange.getMessage().getHeaders().forEach((name, value) -> {
                if (!name.startsWith("Camel")) {
                    response.putHeader(name, value.toString());
                }
            });
            response.sendFile(file.toAbsolutePath().toString()).onComplete(sent -> delete(file));
        } catch (IllegalStateException e) {
            delete(file);
            throw e;
        }
        if (!response.ended()) {
            throw new Failure(FailureReason.INTERNAL_ERROR, "The file cannot be read; nothing was sent");
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.error("The file {} was sent and cannot be deleted", file, new UncheckedIOException(e));
        }
    }
}
