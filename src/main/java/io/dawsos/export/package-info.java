/**
 * What leaves the house: a stored result, what of it may go, and the file that is made of it.
 * Entry point: {@link io.dawsos.export.ExportDesk}. Knows nothing of Camel or HTTP.
 */
@NullMarked
package io.dawsos.export;

import org.jspecify.annotations.NullMarked;
