package io.dawsos.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.pattern.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML document as JSON that still knows its lines. Keys that stand twice are faults; anchors are not taken. */
final class YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 20;

    private final Map<String, Integer> lines = new TreeMap<>();
    private final RegistryFaults faults;

    private YamlTree(RegistryFaults faults) {
        this.faults = faults;
    }

    /** The document; empty, with a fault, when it is no YAML mapping. */
    static Optional<JsonNode> read(String text, RegistryFaults faults) {
        YamlTree tree = new YamlTree(faults);
        try {
            Optional<Node> root = new Compose(LoadSettings.builder()
                            .setMaxAliasesForCollections(0)
                            .build())
                    .composeString(text);
            if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
                faults.add(1, "the file must be a mapping with version, providers and enforcement");
                return Optional.empty();
            }
            JsonNode document = tree.convert(root.get(), "", 0);
            faults.knowLines(tree.lines);
            return Optional.of(document);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            faults.add(line, Words.harmless(e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(1, Words.harmless(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        lines.putIfAbsent(pointer, line);
        if (depth > DEEPEST) {
            faults.add(line, "is nested deeper than " + DEEPEST + " levels; anchors and aliases are not taken");
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            int index = 0;
            for (Node item : sequence.getValue()) {
                array.add(convert(item, pointer + "/" + index++, depth + 1));
            }
            return array;
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : JSON.nullNode();
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> seen = new ArrayList<>();
        for (NodeTuple member : mapping.getValue()) {
            int line = member.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
            String key = member.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (seen.stream().anyMatch(key::equalsIgnoreCase)) {
                faults.add(line, Words.quoted(key) + " stands twice; remove one of them");
                continue;
            }
            seen.add(key);
            String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            lines.put(place, line);
            object.set(key, convert(member.getValueNode(), place, depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT)) {
            BigInteger number = new BigInteger(text);
            return number.bitLength() < Integer.SIZE ? JSON.numberNode(number.intValue()) : JSON.numberNode(number);
        }
        if (tag.equals(Tag.FLOAT) && text.matches("[-+0-9.eE]+")) {
            return JSON.numberNode(new BigDecimal(text));
        }
        return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
    }
}
