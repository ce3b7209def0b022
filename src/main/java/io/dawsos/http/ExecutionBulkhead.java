package io.dawsos.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bulkhead between executions and everything else: so many executions run at the same time, the others wait in the order in which they came.
 * The threads left over answer what costs nothing, health above all, however many executions are asked for.
 *
 * <p>A request that finds the queue full is answered 503 at once. A caller that leaves gives its place up at once, though what it asked for runs to
 * its end.
 */
final class ExecutionBulkhead implements Handler<RoutingContext> {

    private record Waiting(RoutingContext request, Context context) {}

    private final int atOnce;
    private final int longestQueue;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int running;

    /**
     * @param atOnce executions that may run at the same time
     * @param longestQueue requests that may wait for them
     */
    ExecutionBulkhead(int atOnce, int longestQueue) {
        this.atOnce = atOnce;
        this.longestQueue = longestQueue;
    }

    /** Requests that wait now. */
    synchronized int waiting() {
        return queue.size();
    }

    private enum Admission {
        RUNS,
        WAITS,
        REFUSED
    }

    @Override
    public void handle(RoutingContext request) {
        switch (admit(request)) {
            case RUNS -> run(request);
            case WAITS -> request.request().pause(); // its body is read when it runs
            case REFUSED -> request.fail(503);
        }
    }

    private synchronized Admission admit(RoutingContext request) {
        if (running < atOnce) {
            running++;
            return Admission.RUNS;
        }
        if (queue.size() >= longestQueue) {
            return Admission.REFUSED;
        }
        @Nullable Context context = Vertx.currentContext();
        queue.add(new Waiting(request, context == null ? request.vertx().getOrCreateContext() : context));
        return Admission.WAITS;
    }

    private void run(RoutingContext request) {
        request.addEndHandler(ended -> leave());
        request.next();
    }

    private void leave() {
        next().ifPresent(waiting -> waiting.context().runOnContext(turn -> resume(waiting.request())));
    }

    /** The one whose turn it is takes the place of the one that left. */
    private synchronized Optional<Waiting> next() {
        Optional<Waiting> next = Optional.ofNullable(queue.poll());
        if (next.isEmpty()) {
            running--;
        }
        return next;
    }

    private void resume(RoutingContext request) {
        if (request.response().closed()) {
            leave(); // nobody is waiting for it any more
            return;
        }
        request.request().resume();
        run(request);
    }
}
