package io.dawsos.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real server with two event loops, two threads for executions and one for everything else. */
class ExecutionThreadsTest {

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1));
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.get("/execute").handler(ExecutionThreads.start(vertx, 2, 2)).handler(blocking(() -> {
            running.incrementAndGet();
            done.await();
        }));
        router.get("/health").handler(blocking(() -> {}));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Blocks as Camel's consumer does, and answers on which thread. */
    private static Handler<RoutingContext> blocking(Work work) {
        return request -> request.vertx()
                .<String>executeBlocking(
                        () -> {
                            work.run();
                            return Thread.currentThread().getName();
                        },
                        false)
                .onSuccess(request::end);
    }

    @AfterEach
    void stop() throws Exception {
        done.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private CompletableFuture<String> get(HttpClient client, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(reply -> reply.body());
    }

    @Test
    void runExecutionsAndLeaveTheOthersToEverythingElse() throws Exception {
        // more connections than event loops: each of them serves some
        List<CompletableFuture<String>> executions = IntStream.range(0, 6)
                .mapToObj(n -> get(HttpClient.newHttpClient(), "/execute"))
                .toList();
        await().until(() -> running.get() == 2);

        assertThat(get(HttpClient.newHttpClient(), "/health").get()).startsWith("vert.x-worker-thread-");
        assertThat(running).hasValue(2);

        done.countDown();
        for (CompletableFuture<String> execution : executions) {
            assertThat(execution.get()).startsWith("executions-");
        }
    }
}
