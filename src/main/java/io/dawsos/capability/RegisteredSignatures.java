package io.dawsos.capability;

import io.dawsos.pattern.CapabilitySignatures;
import io.dawsos.pattern.ParameterType;
import java.util.List;
import java.util.Optional;

/** The registry as patterns are checked against it. */
public final class RegisteredSignatures implements CapabilitySignatures {

    private final CapabilityRegistry registry;

    public RegisteredSignatures(CapabilityRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Optional<Signature> find(String capability) {
        return registry.find(capability).map(RegisteredSignatures::signature);
    }

    @Override
    public List<String> names() {
        return registry.names();
    }

    private static Signature signature(CapabilityMethod method) {
        return new Signature(
                method.name(),
                method.arguments().stream()
                        .map(argument -> new Parameter(
                                argument.name(),
                                ParameterType.of(argument.kind()).orElse(ParameterType.ANY),
                                argument.required()))
                        .toList());
    }
}
