package io.dawsos.capability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that patterns may call. Its signature is {@code Answer<Result> method(RequestRecord, ExecutionContext)}: the request is a
 * record whose components are the arguments ({@link Arg}), the result any type that Jackson writes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Capability {

    /** {@code category.operation}; the class is named {@code <Category>Capabilities}, the method after the operation. */
    String value();

    /** Other names under which patterns may call it. */
    String[] aliases() default {};

    /** One sentence for the catalogue: what it answers, in which unit and convention. */
    String doc();
}
