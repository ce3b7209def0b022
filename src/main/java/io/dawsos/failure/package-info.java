/**
 * The one error vocabulary: why a request failed, in words a client may see. Entry point: {@link io.dawsos.failure.Failure}.
 * Every package may use it; it uses nothing of ours.
 */
@NullMarked
package io.dawsos.failure;

import org.jspecify.annotations.NullMarked;
