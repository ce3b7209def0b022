package io.dawsos.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.execution.ExecutionRequest;
import io.dawsos.execution.ExecutionResponse;
import io.dawsos.execution.JsonBody;
import io.dawsos.execution.Origin;
import io.dawsos.execution.RequestReader;
import io.dawsos.execution.StoredExecution;
import io.dawsos.export.Client;
import io.dawsos.export.ExportFile;
import io.dawsos.export.ExportFormat;
import io.dawsos.export.ExportRequest;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConstants;
import org.jspecify.annotations.Nullable;

/** Both ends of an export: what is asked for, and the file. */
public final class ExportMessages {

    private static final String FORMAT = "format";
    private static final String REDACT = "redact";
    private static final String WISH = "dawsos.export";
    private static final String FORMATS = "one of "
            + String.join(
                    ", ",
                    Arrays.stream(ExportFormat.values())
                            .map(ExportFormat::extension)
                            .toList());

    /** What {@code POST /export} wants of the result that is computed first. */
    private record Wish(Client client, ExecutionRequest request, ExportFormat format, boolean redact) {}

    private ExportMessages() {}

    /** {@code POST /v1/executions/{request_id}/export?format=&redact=}: to {@code ExportRequest}. */
    public static Processor readStored(Callers callers) {
        return exchange -> {
            FileReplies.prepare(exchange);
            String id = HttpExchanges.segmentBeforeLast(exchange);
            QueryParameters query = QueryParameters.of(exchange, List.of(FORMAT, REDACT));
            Optional<ExportFormat> format = query.required(FORMAT, FORMATS, ExportMessages::format);
            Optional<Boolean> redact = query.optional(REDACT, "true or false", ExportMessages::bool);
            query.throwIfAny();
            Client client = client(exchange, callers);
            UUID execution = RequestReader.uuid(id)
                    .orElseThrow(() ->
                            new Failure(FailureReason.EXECUTION_NOT_FOUND, "No stored execution " + Words.quoted(id)));
            HttpExchanges.dropHeaders(exchange);
            exchange.getMessage()
                    .setBody(new ExportRequest(
                            client, execution, Optional.empty(), format.orElseThrow(), redact.orElse(false)));
        };
    }

    /** {@code POST /export}: what {@code /execute} takes, and {@code format} and {@code redact}; to {@code ExecutionRequest}. */
    public static Processor readExecute(Callers callers) {
        return exchange -> {
            FileReplies.prepare(exchange);
            ObjectNode members = JsonBody.object(
                    HttpExchanges.body(exchange), "{\"pattern_id\": \"portfolio_overview\", \"format\": \"csv\"}");
            List<Violation> violations = new ArrayList<>();
            Optional<ExportFormat> format = format(members.remove(FORMAT), violations);
            boolean redact = redact(members.remove(REDACT), violations);
            if (!violations.isEmpty()) {
                throw Failure.invalid(violations);
            }
            Client client = client(exchange, callers);
            ExecutionRequest request = RequestReader.read(
                    members.toString().getBytes(StandardCharsets.UTF_8), client.ids(), client.userId(), Origin.HTTP);
            HttpExchanges.dropHeaders(exchange);
            exchange.setProperty(WISH, new Wish(client, request, format.orElseThrow(), redact));
            exchange.getMessage().setBody(request);
        };
    }

    /** {@code ExecutionResponse -> ExportRequest}. */
    public static void exportResponse(Exchange exchange) {
        Wish wish = exchange.getProperty(WISH, Wish.class);
        ExecutionResponse response = exchange.getMessage().getBody(ExecutionResponse.class);
        exchange.getMessage()
                .setBody(new ExportRequest(
                        wish.client(),
                        response.context().requestId(),
                        Optional.of(stored(wish.request(), response)),
                        wish.format(),
                        wish.redact()));
    }

    /** The response as the store would give it back: what names no provider is not stored, and is to be refused all the same. */
    private static StoredExecution stored(ExecutionRequest request, ExecutionResponse response) {
        return new StoredExecution(
                response.context().requestId(),
                response.context().userId(),
                request.patternId(),
                "",
                response.context().portfolioId(),
                response.context().pack(),
                response.context().ledgerCommit(),
                "success",
                new String(response.body(), StandardCharsets.UTF_8),
                response.resultHash(),
                response.context().timestamp(),
                Duration.ZERO);
    }

    /** {@code ExportFile -> bytes}: the file is whole before anything of it is sent, and gone from the disk afterwards. */
    public static Processor write(FileReplies files) {
        return exchange -> {
            ExportFile file = exchange.getMessage().getBody(ExportFile.class);
            HttpExchanges.answer(exchange, 200, file.mediaType(), new byte[0]);
            exchange.getMessage().setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            exchange.getMessage().setHeader("X-Pack-ID", file.packId());
            exchange.getMessage().setHeader("X-Rights-Version", file.rightsVersion());
            if (file.shadow()) {
                exchange.getMessage().setHeader("X-Rights-Shadow", "refused");
            }
            files.send(exchange, file.path());
        };
    }

    static Client client(Exchange exchange, Callers callers) {
        Object address = exchange.getMessage().getHeader(VertxPlatformHttpConstants.REMOTE_ADDRESS);
        Object agent = exchange.getMessage().getHeader("User-Agent");
        return new Client(
                callers.userOf(exchange),
                HttpExchanges.ids(exchange),
                address instanceof SocketAddress socket && socket.hostAddress() != null ? socket.hostAddress() : "",
                agent instanceof String text ? Words.harmless(text) : "");
    }

    private static ExportFormat format(String word) {
        return ExportFormat.of(word).orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<ExportFormat> format(@Nullable JsonNode node, List<Violation> violations) {
        Optional<ExportFormat> format =
                node != null && node.isTextual() ? ExportFormat.of(node.textValue()) : Optional.empty();
        if (format.isEmpty()) {
            violations.add(new Violation("/format", "format must be " + FORMATS));
        }
        return format;
    }

    private static boolean redact(@Nullable JsonNode node, List<Violation> violations) {
        if (node != null && !node.isNull() && !node.isBoolean()) {
            violations.add(new Violation("/redact", "redact must be true or false"));
        }
        return node != null && node.booleanValue();
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
