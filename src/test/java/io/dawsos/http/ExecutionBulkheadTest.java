package io.dawsos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real server: one execution runs, two may wait, and each ends when the test says so. */
class ExecutionBulkheadTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<RoutingContext> running = new CopyOnWriteArrayList<>();
    private final ExecutionBulkhead bulkhead = new ExecutionBulkhead(1, 0, 2);
    private final AtomicInteger closed = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        start(bulkhead);
    }

    private void start(ExecutionBulkhead bulkhead) throws Exception {
        Router router = Router.router(vertx);
        router.post("/execute").handler(bulkhead);
        router.post("/execute").handler(BodyHandler.create(false)).handler(running::add);
        router.get("/health").handler(request -> request.end("up"));
        server = vertx.createHttpServer()
                .connectionHandler(connection -> connection.closeHandler(end -> closed.incrementAndGet()))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private CompletableFuture<HttpResponse<String>> execute(HttpClient client, String body) {
        return client.sendAsync(
                to("/execute").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Waits until this is the one that runs, the so-manieth of all. */
    private RoutingContext runs(int nth, String body) {
        await().until(() -> running.size() == nth);
        assertThat(running.get(nth - 1).body().asString()).isEqualTo(body);
        return running.get(nth - 1);
    }

    private static void end(RoutingContext request) {
        request.vertx().runOnContext(turn -> request.end("done"));
    }

    private static int status(CompletableFuture<HttpResponse<String>> reply)
            throws ExecutionException, InterruptedException {
        return reply.get().statusCode();
    }

    @Test
    void runsTheOthersInTheOrderInWhichTheyCameAndAnswersHealthMeanwhile() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> first = execute(client, "first");
        RoutingContext one = runs(1, "first");
        CompletableFuture<HttpResponse<String>> second = execute(client, "second");
        await().until(() -> bulkhead.waiting() == 1);
        CompletableFuture<HttpResponse<String>> third = execute(client, "third");

        assertThat(client.send(to("/health").build(), BodyHandlers.ofString()).body())
                .isEqualTo("up");
        assertThat(running).hasSize(1);

        end(one);
        end(runs(2, "second"));
        end(runs(3, "third"));
        assertThat(List.of(status(first), status(second), status(third))).containsOnly(200);
    }

    @Test
    void readsSoManyAheadAndCountsThemAsWaiting() throws Exception {
        ExecutionBulkhead ahead = new ExecutionBulkhead(1, 1, 2);
        start(ahead);
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> first = execute(client, "first");
        RoutingContext one = runs(1, "first");
        assertThat(ahead.waiting()).isZero();
        CompletableFuture<HttpResponse<String>> second = execute(client, "second");
        RoutingContext two = runs(2, "second");
        CompletableFuture<HttpResponse<String>> third = execute(client, "third");
        await().until(() -> ahead.waiting() == 2);
        assertThat(running).hasSize(2);

        end(two);
        end(runs(3, "third"));
        end(one);
        assertThat(List.of(status(first), status(second), status(third))).containsOnly(200);
        await().until(() -> ahead.waiting() == 0);
    }

    @Test
    void refusesWhatFindsTheQueueFullAndGoesOn() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> replies = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 4; i++) {
            replies.add(execute(client, "any"));
        }
        await().until(() -> replies.stream().anyMatch(CompletableFuture::isDone));
        assertThat(replies.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .singleElement()
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(503));

        for (int nth = 1; nth <= 3; nth++) {
            end(runs(nth, "any"));
        }
        for (CompletableFuture<HttpResponse<String>> reply : replies) {
            assertThat(status(reply)).isIn(200, 503);
        }
    }

    @Test
    void passesOverWhoeverLeftWhileWaiting() throws Exception {
        CompletableFuture<HttpResponse<String>> first = execute(HttpClient.newHttpClient(), "first");
        RoutingContext one = runs(1, "first");
        CompletableFuture<HttpResponse<String>> left = execute(HttpClient.newHttpClient(), "left");
        await().until(() -> bulkhead.waiting() == 1);
        CompletableFuture<HttpResponse<String>> stays = execute(HttpClient.newHttpClient(), "stays");
        await().until(() -> bulkhead.waiting() == 2);
        left.cancel(true); // closes its connection
        await().until(() -> closed.get() == 1);

        end(one);
        end(runs(2, "stays"));
        assertThat(List.of(status(first), status(stays))).containsOnly(200);
    }
}
