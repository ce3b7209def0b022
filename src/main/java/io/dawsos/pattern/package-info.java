/**
 * The grammar of a pattern: what the JSON files in {@code patterns/} may say, what it means, and the catalogue that serves them.
 * Entry point: {@link io.dawsos.pattern.PatternCatalog}. Knows nothing of Camel, agents or time.
 */
@NullMarked
package io.dawsos.pattern;

import org.jspecify.annotations.NullMarked;
