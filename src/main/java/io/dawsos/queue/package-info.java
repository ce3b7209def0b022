/**
 * The message queue as a way in: the connections to the broker, and the translation between JMS messages and what the routes work on.
 * Entry points: {@link io.dawsos.queue.QueueMessages}, {@link io.dawsos.queue.BrokerConnections}. The route is {@code routes/queue-requests.camel.yaml}.
 */
@NullMarked
package io.dawsos.queue;

import org.jspecify.annotations.NullMarked;
