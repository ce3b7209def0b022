package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pattern.CapabilitySignatures.Parameter;
import io.dawsos.pattern.CapabilitySignatures.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks each step against the signature of the capability that it calls. */
final class CallChecks {

    private final CapabilitySignatures signatures;
    private final InputReader inputs;
    private final Problems problems;

    CallChecks(CapabilitySignatures signatures, InputReader inputs, Problems problems) {
        this.signatures = signatures;
        this.inputs = inputs;
        this.problems = problems;
    }

    void check(JsonNode stepsJson, List<DraftStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            DraftStep step = steps.get(i);
            if (step.capability().isEmpty()) {
                continue; // the schema has said so
            }
            Optional<Signature> signature = signatures.find(step.capability());
            if (signature.isEmpty()) {
                problems.add(
                        Problems.at(step.pointer(), "capability"),
                        Words.quoted(step.capability()) + " is not registered"
                                + Words.nearest(step.capability(), signatures.names()));
            } else {
                checkArgs(signature.get(), step, stepsJson.get(i).path("args"));
            }
        }
    }

    private void checkArgs(Signature signature, DraftStep step, JsonNode json) {
        Map<String, Template> args = step.args().members();
        List<String> names =
                signature.parameters().stream().map(Parameter::name).toList();
        String place = Problems.at(step.pointer(), "args");
        for (String name : args.keySet()) {
            if (!names.contains(name)) {
                String known = names.isEmpty() ? "; it takes none" : "; it takes " + String.join(", ", names);
                String nearest = Words.nearest(name, names);
                problems.add(
                        Problems.at(place, name),
                        signature.capability() + " has no argument " + Words.quoted(name)
                                + (nearest.isEmpty() ? known : nearest));
            }
        }
        for (Parameter parameter : signature.parameters()) {
            Template given = args.get(parameter.name());
            if (given == null && parameter.required()) {
                problems.add(
                        place,
                        signature.capability() + " needs the argument '" + parameter.name() + "', "
                                + parameter.type().words());
            } else if (given != null) {
                checkType(Problems.at(place, parameter.name()), parameter, given, json.path(parameter.name()));
            }
        }
    }

    private void checkType(String pointer, Parameter parameter, Template given, JsonNode json) {
        if (given instanceof Template.Literal) {
            boolean absent = json.isNull() && !parameter.required();
            if (!absent && (json.isNull() || !parameter.type().accepts(json))) {
                problems.add(pointer, "must be " + parameter.type().words() + ", is " + JsonText.shown(json));
            }
            return;
        }
        ParameterType type = typeOf(given);
        if (!parameter.type().mayBe(type)) {
            problems.add(
                    pointer,
                    "must be " + parameter.type().words() + "; "
                            + Words.quoted(json.isTextual() ? json.textValue() : json.toString()) + " is "
                            + type.words());
        }
    }

    private ParameterType typeOf(Template template) {
        if (template instanceof Template.Whole whole) {
            return inputs.typeOf(whole.path());
        }
        if (template instanceof Template.Text) {
            return ParameterType.STRING;
        }
        return template instanceof Template.Items ? ParameterType.ARRAY : ParameterType.OBJECT;
    }
}
