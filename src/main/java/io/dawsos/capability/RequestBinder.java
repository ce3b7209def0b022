package io.dawsos.capability;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds resolved arguments to a request record, component by component, so that every misfit is named at once. */
public final class RequestBinder {

    private final List<Argument> arguments;
    private final MethodHandle constructor;
    private final ValueConverter converter = new ValueConverter(AnswerJson.exact());

    /** @param constructor the record's canonical constructor, spread over one {@code Object[]} */
    RequestBinder(List<Argument> arguments, MethodHandle constructor) {
        this.arguments = List.copyOf(arguments);
        this.constructor = constructor;
    }

    List<Argument> arguments() {
        return arguments;
    }

    Object bind(Map<String, Object> resolved) {
        List<Violation> violations = new ArrayList<>(0);
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Argument argument = arguments.get(i);
            values[i] = value(argument, resolved.get(argument.name()), violations);
        }
        if (!violations.isEmpty()) {
            throw Failure.invalid(violations);
        }
        return construct(values);
    }

    private @Nullable Object value(Argument argument, @Nullable Object given, List<Violation> violations) {
        Object present = given == null ? argument.defaultValue().orElse(null) : given;
        if (present == null) {
            if (argument.required()) {
                violations.add(new Violation("/args/" + argument.name(), "'" + argument.name() + "' is missing"));
            }
            return argument.optional() ? Optional.empty() : null;
        }
        try {
            Object value = within(argument, converter.convert(present, argument.type()));
            return argument.optional() ? Optional.of(value) : value;
        } catch (IllegalArgumentException e) {
            violations.add(new Violation("/args/" + argument.name(), "'" + argument.name() + "' " + e.getMessage()));
            return null;
        }
    }

    private static Object within(Argument argument, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number < argument.min() || number > argument.max()) {
                throw new IllegalArgumentException(
                        "is " + number + "; it must lie between " + argument.min() + " and " + argument.max());
            }
        }
        return value;
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (Failure | IllegalArgumentException e) {
            throw e instanceof Failure failure
                    ? failure
                    : Failure.invalid(List.of(new Violation("/args", String.valueOf(e.getMessage()))));
        } catch (Throwable e) {
            throw new IllegalStateException("The request record refused its arguments", e);
        }
    }
}
