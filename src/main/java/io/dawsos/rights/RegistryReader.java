package io.dawsos.rights;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes a registry of its file, or says everything that is wrong with it. */
public final class RegistryReader {

    private static final int LARGEST = 1 << 20;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private RegistryReader() {}

    /**
     * Reads it.
     *
     * @param file its name, for messages
     * @throws InvalidRegistry with every fault and its line
     */
    public static RightsRegistry read(String file, byte[] content) {
        RegistryFaults faults = new RegistryFaults(file);
        Optional<JsonNode> document = text(content, faults).flatMap(text -> YamlTree.read(text, faults));
        document.ifPresent(found -> RegistrySchema.check(found, faults));
        faults.throwIfAny();
        return registry(document.orElseThrow(), DigestUtils.sha256Hex(content));
    }

    private static Optional<String> text(byte[] content, RegistryFaults faults) {
        if (content.length > LARGEST) {
            faults.add(1, "is larger than " + LARGEST + " bytes");
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            faults.add(1, "is not UTF-8");
            return Optional.empty();
        }
    }

    private static RightsRegistry registry(JsonNode document, String hash) {
        SortedMap<String, ProviderRights> providers = new TreeMap<>();
        document.path("providers")
                .properties()
                .forEach(member -> providers.put(member.getKey(), provider(member.getKey(), member.getValue())));
        Map<String, RightsProfile> profiles = new LinkedHashMap<>();
        document.path("enforcement")
                .properties()
                .forEach(member -> profiles.put(member.getKey(), profile(member.getKey(), member.getValue())));
        List<RightsScenario> scenarios = new ArrayList<>();
        document.path("test_scenarios").forEach(scenario -> scenarios.add(scenario(scenario)));
        return new RightsRegistry(
                document.path("version").asText(),
                document.path("updated").asText(),
                hash,
                providers,
                profiles,
                scenarios);
    }

    private static ProviderRights provider(String id, JsonNode node) {
        JsonNode rights = node.path("export_rights");
        SortedSet<ExportRight> allowed = new TreeSet<>();
        for (ExportRight right : ExportRight.values()) {
            if (rights.path("allows_export_" + right.word()).booleanValue()) {
                allowed.add(right);
            }
        }
        return new ProviderRights(
                id,
                node.path("name").asText(),
                node.path("tier").asText(),
                texts(node.path("data_types")),
                allowed,
                rights.path("allows_redistribution").booleanValue(),
                Optional.of(node.path("attribution").path("required_text").asText())
                        .filter(text -> rights.path("requires_attribution").booleanValue()),
                licence(node.path("licensing")),
                watermark(node.path("watermark"))
                        .filter(mark -> rights.path("watermark_required").booleanValue()),
                series(node.path("series")),
                new ObjectMapper()
                        .convertValue(node.path("limits").isObject() ? node.path("limits") : Map.of(), OBJECT));
    }

    private static Licence licence(JsonNode node) {
        return new Licence(
                node.path("requires_license").booleanValue(),
                node.path("license_type").asText(),
                optional(node, "env_var"),
                optional(node, "plan"),
                optional(node, "upgrade"));
    }

    private static Optional<WatermarkRule> watermark(JsonNode node) {
        return node.isObject()
                ? Optional.of(new WatermarkRule(
                        node.path("text").asText(),
                        node.path("opacity").doubleValue(),
                        node.path("position").asText()))
                : Optional.empty();
    }

    private static Map<String, SeriesRights> series(JsonNode node) {
        Map<String, SeriesRights> series = new TreeMap<>();
        for (SeriesRights.SeriesClass kind : SeriesRights.SeriesClass.values()) {
            // a series in two classes is taken by the stricter one, which comes later
            node.path(kind.word())
                    .properties()
                    .forEach(member -> series.put(
                            member.getKey(),
                            new SeriesRights(kind, member.getValue().asText())));
        }
        return series;
    }

    private static RightsProfile profile(String name, JsonNode node) {
        return new RightsProfile(
                name,
                node.path("action_on_violation").asText().equals("block"),
                node.path("log_violations").booleanValue(),
                node.path("alert_on_violation").booleanValue(),
                node.path("audit_log_required").booleanValue());
    }

    private static RightsScenario scenario(JsonNode node) {
        return new RightsScenario(
                node.path("name").asText(),
                texts(node.path("providers")),
                ExportRight.valueOf(node.path("export_type").asText().toUpperCase(Locale.ROOT)),
                node.path("expected_result").asText().equals("allowed"),
                optional(node, "expected_error"),
                optional(node, "expected_attribution"));
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
