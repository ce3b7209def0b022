/**
 * The parts that run inside the program when none are configured, and the folder in which they keep their data.
 * Entry points: {@link io.dawsos.embedded.DataFolder}, {@link io.dawsos.embedded.EmbeddedDatabase}.
 */
@NullMarked
package io.dawsos.embedded;

import org.jspecify.annotations.NullMarked;
