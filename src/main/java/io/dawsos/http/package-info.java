/**
 * The HTTP edge: the server, and the translation between HTTP messages and what the routes work on.
 * Entry point: {@link io.dawsos.http.HttpServerPlatform}. Decides nothing about portfolios.
 */
@NullMarked
package io.dawsos.http;

import org.jspecify.annotations.NullMarked;
