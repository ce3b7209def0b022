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
 * Bounds what executions take of the server: so many have a thread, some more are read already and follow at once, the others wait unread in the
 * order in which they came.
 *
 * <p>A request that finds the queue full is answered 503 at once. A caller that leaves gives its place up at once, though what it asked for runs to
 * its end.
 */
final class ExecutionBulkhead implements Handler<RoutingContext> {

    private record Waiting(RoutingContext request, Context context) {}

    private final int threads;
    private final int readAhead;
    private final int longestQueue;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int admitted;

    /**
     * @param threads executions that run at the same time
     * @param readAhead requests that are read while all threads are busy, so that one that is done finds its next
     * @param longestQueue requests that may wait unread
     */
    ExecutionBulkhead(int threads, int readAhead, int longestQueue) {
        this.threads = threads;
        this.readAhead = readAhead;
        this.longestQueue = longestQueue;
    }

    /** Requests that have no thread yet, read or unread. */
    synchronized int waiting() {
        return queue.size() + Math.max(0, admitted - threads);
    }

    private enum Admission {
        ADMITTED,
        WAITS,
        REFUSED
    }

    @Override
    public void handle(RoutingContext request) {
        switch (admit(request)) {
            case ADMITTED -> run(request);
            case WAITS -> request.request().pause(); // its body is read when it is admitted
            case REFUSED -> request.fail(503);
        }
    }

    private synchronized Admission admit(RoutingContext request) {
        if (admitted < threads + readAhead) {
            admitted++;
            return Admission.ADMITTED;
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
            admitted--;
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
