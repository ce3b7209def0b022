/**
 * The smallest agent there can be: two capabilities without data, to try a pattern with and to copy from.
 * Entry point: {@link io.dawsos.agent.example.ExampleCapabilities}.
 */
@NullMarked
package io.dawsos.agent.example;

import org.jspecify.annotations.NullMarked;
