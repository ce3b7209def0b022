package io.dawsos.http;

import io.dawsos.execution.ProblemDocument;
import io.dawsos.execution.RequestIds;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the router refuses before any route runs, told as problem documents. */
final class RouterProblems {

    private static final int RETRY_AFTER = 1;

    private RouterProblems() {}

    static void attachTo(Router router, long maxBodyBytes) {
        on(
                router,
                400,
                new Failure(FailureReason.INVALID_JSON, "The request cannot be read; check its line and headers"));
        on(router, 401, new Failure(FailureReason.UNAUTHENTICATED, BearerTokens.REMEDY));
        on(
                router,
                404,
                new Failure(
                        FailureReason.NOT_FOUND,
                        "No resource lies at this path; GET /patterns lists what can be executed"));
        on(router, 405, new Failure(FailureReason.METHOD_NOT_ALLOWED, "This path takes other methods"));
        on(router, 406, new Failure(FailureReason.NOT_ACCEPTABLE, "This path answers with application/json"));
        on(
                router,
                413,
                new Failure(
                        FailureReason.PAYLOAD_TOO_LARGE,
                        "The body is larger than " + maxBodyBytes + " bytes; send less"));
        on(
                router,
                415,
                new Failure(
                        FailureReason.UNSUPPORTED_MEDIA_TYPE,
                        "Send the header Content-Type: application/json with a JSON body"));
        on(
                router,
                503,
                new Failure(
                        FailureReason.SERVICE_UNAVAILABLE,
                        "More executions wait than the server has room for; try again in " + RETRY_AFTER + " s",
                        List.of(),
                        Map.of("retry_after", RETRY_AFTER)));
        on(router, 500, new Failure(FailureReason.INTERNAL_ERROR, "The server failed; the log has the trace id"));
    }

    private static void on(Router router, int status, Failure failure) {
        router.errorHandler(status, context -> answer(context, failure));
    }

    private static void answer(RoutingContext context, Failure failure) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        if (failure.reason() == FailureReason.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        Object retryAfter = failure.extensions().get("retry_after");
        if (retryAfter != null) {
            response.putHeader("Retry-After", retryAfter.toString());
        }
        RequestIds ids = RequestIds.create(Optional.ofNullable(context.request().getHeader("traceparent")));
        response.setStatusCode(failure.reason().status())
                .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .putHeader("X-Trace-ID", ids.traceId())
                .putHeader("X-Request-Id", ids.requestId().toString())
                .putHeader("traceparent", ids.traceparent())
                .end(Buffer.buffer(
                        ProblemDocument.bytes(failure, ids, context.request().path())));
    }
}
