package io.dawsos.http;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Threads that run executions and nothing else: what blocks further down the way of a request runs on them instead of on those that all other
 * requests share, and whatever executions do, health finds a thread. The request stays on its event loop.
 *
 * <p>Few are enough: each one more that wants a processor at the same time costs every execution a little.
 */
final class ExecutionThreads implements Handler<RoutingContext> {

    private static final String NAME = "executions";

    /** In each of these contexts blocking work goes to the threads. */
    private final Map<Thread, Context> byEventLoop = new ConcurrentHashMap<>();

    private final Context anyOther;

    private ExecutionThreads(Vertx vertx, int eventLoops, int threads) {
        DeploymentOptions options = new DeploymentOptions()
                .setInstances(eventLoops)
                .setWorkerPoolName(NAME)
                .setWorkerPoolSize(threads);
        vertx.deployVerticle(EventLoop::new, options)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        anyOther = byEventLoop.values().iterator().next();
    }

    /**
     * Starts them; they end with {@code vertx}.
     *
     * @param eventLoops how many {@code vertx} has
     */
    static ExecutionThreads start(Vertx vertx, int eventLoops, int threads) {
        return new ExecutionThreads(vertx, eventLoops, threads);
    }

    @Override
    public void handle(RoutingContext request) {
        byEventLoop.getOrDefault(Thread.currentThread(), anyOther).runOnContext(turn -> request.next());
    }

    private final class EventLoop extends AbstractVerticle {
        @Override
        public void start() {
            byEventLoop.put(Thread.currentThread(), context);
        }
    }
}
