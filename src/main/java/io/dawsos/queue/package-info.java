/**
 * The message queue as a way in: the translation between JMS messages and what the routes work on.
 * Entry point: {@link io.dawsos.queue.QueueMessages}. The route is {@code routes/queue-requests.camel.yaml}.
 */
@NullMarked
package io.dawsos.queue;

import org.jspecify.annotations.NullMarked;
