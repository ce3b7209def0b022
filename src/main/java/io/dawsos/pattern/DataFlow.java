package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pattern.TemplateCompiler.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that every path leads to something that is there by then, and that every result is used. */
final class DataFlow {

    /** This key is the charts of the answer, output or not. */
    private static final String CHARTS = "charts";

    private static final Set<String> ROOTS = new LinkedHashSet<>(List.of("ctx", "inputs", "state"));

    private final InputReader inputs;
    private final List<DraftStep> steps;
    private final Problems problems;

    /** Which step makes a result, by its key. */
    private final Map<String, Integer> makers = new LinkedHashMap<>();

    private boolean misspelt;

    DataFlow(InputReader inputs, List<DraftStep> steps, Problems problems) {
        this.inputs = inputs;
        this.steps = steps;
        this.problems = problems;
    }

    void check(JsonNode outputs) {
        for (int i = 0; i < steps.size(); i++) {
            checkKey(steps.get(i), i);
        }
        for (int i = 0; i < steps.size(); i++) {
            for (Reference reference : steps.get(i).references()) {
                checkReference(reference, i);
            }
        }
        Set<String> used = checkOutputs(outputs);
        steps.forEach(step ->
                step.references().forEach(reference -> used.add(reference.path().root())));
        makers.forEach((key, i) -> {
            // where a name is misspelt, the result that was meant only seems unused
            if (!misspelt && !used.contains(key) && !key.equals(CHARTS)) {
                problems.add(
                        Problems.at(steps.get(i).pointer(), "as"),
                        "no output and no later step uses the result " + Words.quoted(key));
            }
        });
    }

    private void checkKey(DraftStep step, int i) {
        String place = Problems.at(step.pointer(), "as");
        String key = step.resultKey();
        if (ROOTS.contains(key) || ConditionTranslator.RESERVED.contains(key)) {
            problems.add(place, Words.quoted(key) + " is a reserved word");
        }
        Integer earlier = makers.putIfAbsent(key, i);
        if (earlier != null) {
            problems.add(
                    place,
                    Words.quoted(key) + " is already the result of "
                            + steps.get(earlier).pointer());
        }
    }

    private void checkReference(Reference reference, int at) {
        Path path = reference.path();
        switch (path.root()) {
            case "ctx" -> checkMember(reference, ContextMembers.names());
            case "inputs" -> checkMember(reference, inputs.names());
            case "state" ->
                problems.add(
                        reference.pointer(),
                        reference.source() + " names no result; write {{state.<key>}} or {{<key>}}");
            default -> checkResult(reference, at);
        }
    }

    private void checkMember(Reference reference, List<String> names) {
        Path path = reference.path();
        String name = path.firstMember().orElse("");
        if (path.depth() > 0 && !names.contains(name)) {
            problems.add(
                    reference.pointer(),
                    path.root() + " has no " + Words.quoted(name) + " in " + reference.source()
                            + Words.nearest(name, names));
        }
    }

    private void checkResult(Reference reference, int at) {
        String root = reference.path().root();
        Integer maker = makers.get(root);
        if (maker == null) {
            misspelt = true;
            List<String> known = new ArrayList<>(ROOTS);
            makers.forEach((key, i) -> {
                if (i < at) {
                    known.add(key);
                }
            });
            problems.add(
                    reference.pointer(),
                    "unknown root " + Words.quoted(root) + " in " + reference.source() + Words.nearest(root, known)
                            + "; roots here are " + String.join(", ", known));
        } else if (maker >= at) {
            String when = maker == at
                    ? "this step's own result"
                    : "made only later, by " + steps.get(maker).pointer();
            problems.add(reference.pointer(), Words.quoted(root) + " in " + reference.source() + " is " + when);
        }
    }

    private Set<String> checkOutputs(JsonNode outputs) {
        Set<String> used = new LinkedHashSet<>();
        for (int i = 0; outputs.isArray() && i < outputs.size(); i++) {
            String output = outputs.get(i).asText("");
            used.add(output);
            if (outputs.get(i).isTextual() && !makers.containsKey(output)) {
                misspelt = true;
                problems.add(
                        Problems.at("/outputs", i),
                        "no step makes " + Words.quoted(output) + Words.nearest(output, List.copyOf(makers.keySet())));
            }
        }
        return used;
    }
}
