package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Reads the schedule of a pattern: an expression that the scheduler takes, a zone that exists, inputs that the pattern accepts. */
final class ScheduleReader {

    /** As the schema says it: what does not look like this is refused there and never reaches the scheduler. */
    private static final java.util.regex.Pattern CRON =
            java.util.regex.Pattern.compile("[0-9A-Za-z*/,?#-]+( [0-9A-Za-z*/,?#-]+){5,6}");

    private final JsonNode json;
    private final InputReader inputs;
    private final PatternRules rules;
    private final Problems problems;

    ScheduleReader(JsonNode json, InputReader inputs, PatternRules rules, Problems problems) {
        this.json = json;
        this.inputs = inputs;
        this.rules = rules;
        this.problems = problems;
    }

    Optional<Schedule> read() {
        if (!json.isObject()) {
            return Optional.empty();
        }
        JsonNode given = json.path("inputs").isObject() ? json.path("inputs") : JsonNodeFactory.instance.objectNode();
        String cron = json.path("cron").asText("");
        if (CRON.matcher(cron).matches() && !rules.cron().test(cron)) {
            problems.add("/schedule/cron", Words.quoted(cron) + " is not a cron expression that the scheduler takes");
        }
        rules.noSchedules().ifPresent(reason -> problems.add("/schedule", reason));
        checkInputs(given);
        return Optional.of(new Schedule(cron, zone(), given, portfolio()));
    }

    private ZoneId zone() {
        String zone = json.path("zone").asText("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            problems.add(
                    "/schedule/zone",
                    Words.quoted(zone) + " is no time zone"
                            + Words.nearest(zone, new TreeSet<>(ZoneId.getAvailableZoneIds())));
            return ZoneOffset.UTC;
        }
    }

    private Optional<UUID> portfolio() {
        JsonNode portfolio = json.path("portfolio_id");
        if (!portfolio.isTextual()) {
            return Optional.empty();
        }
        if (!ParameterType.UUID.accepts(portfolio)) {
            problems.add("/schedule/portfolio_id", "must be a uuid, is " + JsonText.shown(portfolio));
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(portfolio.textValue()));
    }

    private void checkInputs(JsonNode given) {
        given.properties().forEach(input -> {
            String pointer = Problems.at("/schedule/inputs", input.getKey());
            InputSpec spec = inputs.specs().get(input.getKey());
            if (spec != null) {
                spec.problemWith(input.getValue()).ifPresent(problem -> problems.add(pointer, problem));
            } else if (!inputs.names().contains(input.getKey())) {
                problems.add(
                        pointer,
                        "there is no input " + Words.quoted(input.getKey())
                                + Words.nearest(input.getKey(), inputs.names()));
            }
        });
        inputs.specs().forEach((name, spec) -> {
            // the portfolio of a run stands in for this input, as it does for a caller
            boolean implied = name.equals("portfolio_id") && json.has("portfolio_id");
            if (spec.required() && !given.has(name) && !implied) {
                problems.add("/schedule/inputs", "the required input '" + name + "' is missing");
            }
        });
    }
}
