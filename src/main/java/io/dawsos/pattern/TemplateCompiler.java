package io.dawsos.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles the arguments of one step; keeps the paths that it met and where. */
final class TemplateCompiler {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final Problems problems;
    private final List<Reference> references = new ArrayList<>();

    /**
     * A path and where it stands.
     *
     * @param pointer the place
     * @param source as a message quotes it
     */
    record Reference(String pointer, Path path, String source) {}

    TemplateCompiler(Problems problems) {
        this.problems = problems;
    }

    /** Compiles an {@code args} object; anything else, which the schema has refused already, is no arguments. */
    ArgsTemplate compile(String pointer, JsonNode args) {
        int before = references.size();
        JsonNode object = args.isObject() ? args : JsonNodeFactory.instance.objectNode();
        Map<String, Template> members = members(pointer, object);
        List<Path> paths = references.subList(before, references.size()).stream()
                .map(Reference::path)
                .toList();
        Template whole = paths.isEmpty() ? new Template.Literal(PlainValues.of(object)) : Template.entries(members);
        return new ArgsTemplate(members, whole, paths);
    }

    List<Reference> references() {
        return references;
    }

    private Map<String, Template> members(String pointer, JsonNode object) {
        Map<String, Template> members = new LinkedHashMap<>();
        object.properties()
                .forEach(member ->
                        members.put(member.getKey(), value(Problems.at(pointer, member.getKey()), member.getValue())));
        return members;
    }

    private Template value(String pointer, JsonNode json) {
        int before = references.size();
        Template template = switch (json.getNodeType()) {
            case STRING -> string(pointer, json.textValue());
            case OBJECT -> Template.entries(members(pointer, json));
            case ARRAY -> items(pointer, json);
            default -> new Template.Literal(PlainValues.of(json));
        };
        return references.size() == before ? new Template.Literal(PlainValues.of(json)) : template;
    }

    private Template items(String pointer, JsonNode array) {
        List<Template> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(value(Problems.at(pointer, i), array.get(i)));
        }
        return new Template.Items(List.copyOf(items));
    }

    private Template string(String pointer, String text) {
        List<String> literals = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        int from = 0;
        int open = text.indexOf(OPEN);
        while (open >= 0) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                problems.add(pointer, "'{{' is not closed by '}}' in " + Words.quoted(text));
                return new Template.Literal(text);
            }
            literals.add(text.substring(from, open));
            from = close + CLOSE.length();
            path(pointer, text.substring(open, from)).ifPresent(paths::add);
            open = text.indexOf(OPEN, from);
        }
        literals.add(text.substring(from));
        if (paths.size() != literals.size() - 1) {
            return new Template.Literal(text); // a path was refused; the file does not load
        }
        boolean whole = paths.size() == 1 && literals.stream().allMatch(String::isEmpty);
        return whole ? new Template.Whole(paths.get(0)) : new Template.Text(List.copyOf(literals), List.copyOf(paths));
    }

    private Optional<Path> path(String pointer, String braced) {
        String inside = braced.substring(OPEN.length(), braced.length() - CLOSE.length())
                .strip();
        Optional<Path> path = Path.parse(inside);
        if (path.isEmpty()) {
            problems.add(pointer, Words.quoted(braced) + " is no path; write {{root.field[0].field}}");
        } else {
            references.add(new Reference(pointer, path.get(), Words.quoted(braced)));
        }
        return path;
    }
}
