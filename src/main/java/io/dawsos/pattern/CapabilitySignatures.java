package io.dawsos.pattern;

import java.util.List;
import java.util.Optional;

/** What patterns may call: the port through which their calls are checked when they are read. */
public interface CapabilitySignatures {

    /** The signature of a capability, by its name or an alias. */
    Optional<Signature> find(String capability);

    /** All names, for suggestions. */
    List<String> names();

    /**
     * Name and arguments of one capability.
     *
     * @param capability {@code category.operation}
     * @param parameters its arguments, in the order of their declaration
     */
    record Signature(String capability, List<Parameter> parameters) {
        public Signature {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * One argument of a capability.
     *
     * @param name as patterns write it, in snake_case
     * @param type what it must be
     * @param required whether a call without it (or with null) is refused
     */
    record Parameter(String name, ParameterType type, boolean required) {}
}
