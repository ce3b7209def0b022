/**
 * Patterns as Camel routes: the translation, the processors of a step, and the deployment of new versions.
 * Entry point: {@link io.dawsos.route.PatternRoutes}.
 */
@NullMarked
package io.dawsos.route;

import org.jspecify.annotations.NullMarked;
