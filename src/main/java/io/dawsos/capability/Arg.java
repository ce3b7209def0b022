package io.dawsos.capability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes an argument of a capability, on a component of its request record. A component of type {@code Optional} is optional; one
 * with a default too; every other is required. A component that is a record itself and has no description is a group: its components are
 * arguments like the others.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Arg {

    /** One sentence: what it is. */
    String doc();

    /** Unit of a number, for instance {@code days}. */
    String unit() default "";

    /** JSON text of the value taken when the argument is absent or null; empty for none. */
    String defaultValue() default "";

    /** Smallest number allowed. */
    long min() default Long.MIN_VALUE;

    /** Largest number allowed. */
    long max() default Long.MAX_VALUE;
}
