/**
 * One run of a pattern: what was asked, from which pack and ledger commit it is answered, and how it went.
 * Entry point: {@link io.dawsos.execution.ExecutionContext}. Knows nothing of Camel.
 */
@NullMarked
package io.dawsos.execution;

import org.jspecify.annotations.NullMarked;
