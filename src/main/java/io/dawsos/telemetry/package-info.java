/**
 * Names, labels and buckets of every metric and span, kept in one place.
 * Entry point: {@link io.dawsos.telemetry.ExecutionTelemetry}.
 */
@NullMarked
package io.dawsos.telemetry;

import org.jspecify.annotations.NullMarked;
