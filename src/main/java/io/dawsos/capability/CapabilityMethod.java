package io.dawsos.capability;

import com.fasterxml.jackson.databind.JavaType;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/**
 * A registered capability: who answers it, with which arguments, and what it returns.
 *
 * @param name canonical name
 * @param aliases other names it is called by
 * @param result type of the answer's value
 */
public record CapabilityMethod(
        String name,
        List<String> aliases,
        String agent,
        String doc,
        JavaType result,
        RequestBinder request,
        MethodHandle handle) {
    public CapabilityMethod {
        aliases = List.copyOf(aliases);
    }

    /** Its arguments, in the order of the request record. */
    public List<Argument> arguments() {
        return request.arguments();
    }

    /** Turns resolved arguments into the request record; throws {@link Failure} naming every argument that does not fit. */
    public Object bind(Map<String, Object> resolved) {
        return request.bind(resolved);
    }

    /** Calls it. What it throws comes out as it is. */
    public Answer<?> call(Object request, ExecutionContext context) throws Throwable {
        return (Answer<?>) handle.invokeExact(request, context);
    }
}
