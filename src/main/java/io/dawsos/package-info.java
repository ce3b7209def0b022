/**
 * The program: its settings, its commands, and the one place where every object is made and given what it needs.
 * Entry point: {@link io.dawsos.DawsApplication}; the running service is {@link io.dawsos.Service}, its objects {@link io.dawsos.Wiring}.
 */
@NullMarked
package io.dawsos;

import org.jspecify.annotations.NullMarked;
