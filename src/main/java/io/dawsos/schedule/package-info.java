/**
 * Patterns that run by themselves: a Quartz route for each pattern that carries a schedule.
 * Entry point: {@link io.dawsos.schedule.Schedules}. The route is {@code routes/schedule-patterns.camel.yaml}.
 */
@NullMarked
package io.dawsos.schedule;

import org.jspecify.annotations.NullMarked;
