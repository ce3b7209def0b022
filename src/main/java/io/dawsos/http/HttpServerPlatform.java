package io.dawsos.http;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Camel's Vert.x server with what it lacks: problem documents for router errors, security headers, explicit CORS, bearer tokens,
 * compression, metrics by route template, and a start that fails when the port is taken.
 */
public final class HttpServerPlatform extends VertxPlatformHttpServer {

    private static final List<String> EXECUTIONS = List.of("/execute", "/v1/execute");
    /** What files that are being sent are given when the server stops. */
    private static final Duration FILES_AT_THE_END = Duration.ofSeconds(5);
    /** Executions that are read while all threads are busy: at most so many bodies lie in memory. */
    private static final int READ_AHEAD = 32;
    /** Executions that may wait unread; each holds a connection and little else. */
    private static final int LONGEST_QUEUE = 1_000;

    private final HttpSettings settings;
    private final FileReplies files = new FileReplies();
    private final HttpMetrics metrics;
    private @Nullable HttpServer listening;
    private volatile @Nullable BearerTokens tokens;

    public HttpServerPlatform(HttpSettings settings, HttpMetrics metrics) {
        super(configuration(settings));
        this.settings = settings;
        this.metrics = metrics;
    }

    /** What Camel's routes look up to find this server; bind it in the registry. */
    public static VertxPlatformHttpServerConfiguration configuration(HttpSettings settings) {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost(settings.host());
        configuration.setBindPort(settings.port());
        configuration.setMaxBodySize(settings.maxBodyBytes());
        configuration.getBodyHandler().setHandleFileUploads(false);
        return configuration;
    }

    /** Threads for all requests but executions; bind it in the registry. */
    public static VertxOptions threads(HttpSettings settings) {
        return new VertxOptions()
                .setWorkerPoolSize(settings.workers())
                .setEventLoopPoolSize(eventLoops())
                .setPreferNativeTransport(true);
    }

    /**
     * Threads that read and write. This takes about a third of what executions take, and each thread that does so must be woken for itself: one
     * for two processors is enough.
     */
    private static int eventLoops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** For answers that are files. */
    public FileReplies files() {
        return files;
    }

    /** The port it listens on; empty while it does not. */
    public Optional<Integer> listeningPort() {
        return Optional.ofNullable(listening).map(HttpServer::actualPort);
    }

    /**
     * The user whom the value of an {@code Authorization} header proves, for ways in other than HTTP; throws {@link Failure} UNAUTHENTICATED
     * when it proves nobody. Nobody is proved before {@link #open}.
     */
    public UUID userOf(Optional<String> authorization) {
        return Optional.ofNullable(tokens)
                .flatMap(checking -> checking.verified(authorization.orElse(null)))
                .flatMap(BearerTokens::userId)
                .orElseThrow(() -> new Failure(FailureReason.UNAUTHENTICATED, BearerTokens.REMEDY));
    }

    /** Camel only prepares the router; {@link #open} listens, once everything that requests need is there. */
    @Override
    protected void startServer() {
        // nothing to do yet
    }

    /** Listens; throws {@link IllegalStateException} naming the port when it is taken. */
    public void open() {
        VertxPlatformHttpRouter router = VertxPlatformHttpRouter.lookup(
                getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(settings.port()));
        beforeRoutes(router);
        RouterProblems.attachTo(router, settings.maxBodyBytes());
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                .setPerFrameWebSocketCompressionSupported(false) // there are no web sockets
                .setPerMessageWebSocketCompressionSupported(false)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false) // FileReplies needs the 1.1 that every proxy speaks
                .setIdleTimeout(90)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        listening = listen(getVertx().createHttpServer(options).requestHandler(router));
    }

    /** Camel's routes are on the router already; what stands before them has a smaller order. */
    private void beforeRoutes(VertxPlatformHttpRouter router) {
        router.route()
                .order(-3)
                .handler(metrics)
                .handler(new SecurityHeaders(settings.strictTransport()))
                .handler(new CrossOrigin(settings.corsOrigins()));
        settings.jwtSecret().map(secret -> new BearerTokens(getVertx(), secret)).ifPresent(checked -> {
            tokens = checked;
            router.route().order(-2).handler(new TokenGate(checked));
        });
        int threads = settings.executionThreads();
        ExecutionBulkhead bulkhead = new ExecutionBulkhead(threads, READ_AHEAD, LONGEST_QUEUE);
        metrics.watch(bulkhead);
        ExecutionThreads executions = ExecutionThreads.start(getVertx(), eventLoops(), threads);
        for (String path : EXECUTIONS) {
            router.post(path).order(-1).handler(bulkhead);
            router.post(path).order(-1).handler(router.bodyHandler()).handler(executions);
        }
    }

    private HttpServer listen(HttpServer server) {
        try {
            return server.listen(settings.port(), settings.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw taken(settings, e.getCause() == null ? e : e.getCause());
        }
    }

    /** Throws the same as {@link #open} when the port is taken, before anything slow was started. */
    public static void requireFree(HttpSettings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw taken(settings, e);
        }
    }

    private static IllegalStateException taken(HttpSettings settings, Throwable cause) {
        return new IllegalStateException(
                "Cannot listen on " + settings.host() + ":" + settings.port() + " (" + cause.getMessage()
                        + "). Free the port or set another with PORT.",
                cause);
    }

    @Override
    protected void stopServer() {
        HttpServer server = listening;
        if (server != null) {
            listening = null;
            files.finish(FILES_AT_THE_END);
            server.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** The superclass would close it on a thread that only its own {@code startServer} makes. */
    @Override
    protected void stopVertx() {
        getVertx().close().toCompletionStage().toCompletableFuture().join();
    }
}
