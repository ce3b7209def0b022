package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.pattern.TemplateCompiler.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one pattern file: JSON, schema, then meaning; all problems at once. */
final class PatternReader {

    private static final int MOST_STEPS = 200;

    private final PatternRules rules;

    /**
     * What came of a file: a pattern without problems, or problems without a pattern.
     */
    record Result(Optional<Pattern> pattern, List<PatternProblem> problems) {}

    PatternReader(PatternRules rules) {
        this.rules = rules;
    }

    Result read(PatternFile file) {
        Problems problems = new Problems(file.name());
        Optional<Pattern> pattern =
                JsonText.read(file.content(), problems).flatMap(document -> pattern(file, document, problems));
        return new Result(problems.isEmpty() ? pattern : Optional.empty(), problems.all());
    }

    private Optional<Pattern> pattern(PatternFile file, JsonNode document, Problems problems) {
        refuseHostile(document, problems);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        PatternSchema.check(document, problems);
        return document.isObject() ? meaning(file, document, problems) : Optional.empty();
    }

    private Optional<Pattern> meaning(PatternFile file, JsonNode document, Problems problems) {
        if (document.path("id").isTextual() && !document.path("id").textValue().equals(file.stem())) {
            problems.add(
                    "/id",
                    Words.quoted(document.path("id").textValue()) + " is not the name of the file, "
                            + Words.quoted(file.stem()));
        }
        InputReader inputs = new InputReader(document.path("inputs"), problems);
        List<DraftStep> steps = steps(document.path("steps"), inputs, problems);
        new DataFlow(inputs, steps, problems).check(document.path("outputs"));
        new CallChecks(rules.capabilities(), inputs, problems).check(document.path("steps"), steps);
        List<Panel> panels = new PanelReader(document, problems).read();
        Optional<Schedule> schedule = new ScheduleReader(document.path("schedule"), inputs, rules, problems).read();
        return problems.isEmpty() ? Optional.of(assemble(document, inputs, steps, panels, schedule)) : Optional.empty();
    }

    /** What would cost too much to look at any closer. */
    private static void refuseHostile(JsonNode document, Problems problems) {
        if (document.path("steps").size() > MOST_STEPS) {
            problems.add("/steps", "must have at most " + MOST_STEPS + " elements");
        }
        refuseHugeNumbers("", document, problems);
    }

    private static void refuseHugeNumbers(String pointer, JsonNode json, Problems problems) {
        if (json.isNumber() && !ParameterType.isOfSaneSize(json)) {
            problems.add(pointer, "the number " + JsonText.shown(json) + " is out of range");
        }
        json.properties().forEach(m -> refuseHugeNumbers(Problems.at(pointer, m.getKey()), m.getValue(), problems));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            refuseHugeNumbers(Problems.at(pointer, i), json.get(i), problems);
        }
    }

    private static Pattern assemble(
            JsonNode document,
            InputReader inputs,
            List<DraftStep> steps,
            List<Panel> panels,
            Optional<Schedule> schedule) {
        return new Pattern(
                new PatternId(document.path("id").textValue()),
                document.path("name").textValue(),
                document.path("description").asText(""),
                document.path("category").asText(""),
                texts(document.path("tags")),
                inputs.specs(),
                steps.stream().map(DraftStep::toStep).toList(),
                texts(document.path("outputs")),
                panels,
                schedule,
                document,
                JsonText.version(document));
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<DraftStep> steps(JsonNode array, InputReader inputs, Problems problems) {
        List<DraftStep> steps = new ArrayList<>();
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            steps.add(step(Problems.at("/steps", i), array.get(i), inputs, problems));
        }
        return steps;
    }

    private static DraftStep step(String pointer, JsonNode json, InputReader inputs, Problems problems) {
        TemplateCompiler templates = new TemplateCompiler(problems);
        ArgsTemplate args = templates.compile(Problems.at(pointer, "args"), json.path("args"));
        List<Reference> references = new ArrayList<>(templates.references());
        String place = Problems.at(pointer, "condition");
        Optional<Condition> condition = condition(place, json.path("condition"), inputs, problems);
        condition.ifPresent(c ->
                c.paths().forEach(path -> references.add(new Reference(place, path, Words.quoted(path.toString())))));
        return new DraftStep(
                pointer,
                json.path("capability").asText(""),
                args,
                json.path("as").asText("last"),
                condition,
                List.copyOf(references));
    }

    private static Optional<Condition> condition(String pointer, JsonNode json, InputReader inputs, Problems problems) {
        if (!json.isTextual() || json.textValue().isEmpty()) {
            return Optional.empty();
        }
        try {
            Condition condition = Condition.compile(json.textValue(), inputs::typeOf);
            if (condition.constant().equals(Optional.of(false))) {
                problems.add(pointer, "is never true: the step cannot run");
            }
            return Optional.of(condition);
        } catch (InvalidCondition fault) {
            problems.add(pointer, "invalid condition " + Words.quoted(json.textValue()) + ": " + fault.reason());
            return Optional.empty();
        }
    }
}
