/**
 * What leaves as a file: the stored answer with what must be said beside it, and who writes it in which format.
 * Entry point: {@link io.dawsos.export.ExportRenderer}. Knows nothing of Camel.
 */
@NullMarked
package io.dawsos.export;

import org.jspecify.annotations.NullMarked;
