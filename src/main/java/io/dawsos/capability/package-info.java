/**
 * What agents can do: annotated methods, their typed requests and answers, and the registry that binds and calls them.
 * Entry point: {@link io.dawsos.capability.Capability}. Knows nothing of Camel.
 */
@NullMarked
package io.dawsos.capability;

import org.jspecify.annotations.NullMarked;
