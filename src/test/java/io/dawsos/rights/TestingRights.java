package io.dawsos.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The registry that is shipped, and questions to it. */
public final class TestingRights {

    private static final Path FILE = Path.of(".ops", "RIGHTS_REGISTRY.yaml");

    private TestingRights() {}

    /** Read when first asked for. */
    private static final class Shipped {
        private static final RightsRegistry REGISTRY = read(text());
    }

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RightsRegistry shipped() {
        return Shipped.REGISTRY;
    }

    public static RightsRegistry read(String text) {
        return RegistryReader.read("rights.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Every variable that any licence is known by. */
    public static SortedSet<String> everyLicence() {
        SortedSet<String> variables = new TreeSet<>();
        shipped().providers().values().stream()
                .map(provider -> provider.licence().variable())
                .flatMap(Optional::stream)
                .forEach(name -> variables.add(name));
        return variables;
    }

    /** What an answer by these providers must say of them. */
    public static List<String> attributions(List<String> providers) {
        List<String> attributions = new ArrayList<>();
        providers.forEach(provider ->
                shipped().find(provider).flatMap(ProviderRights::attribution).ifPresent(attributions::add));
        return attributions;
    }

    static RightsDecision decide(ExportRight right, String profile, String... providers) {
        return decide(right, profile, Arrays.stream(providers).map(DataUse::of).toList());
    }

    static RightsDecision decide(ExportRight right, String profile, List<DataUse> uses) {
        return shipped().decide(new RightsQuestion(right, profile, uses, everyLicence()));
    }
}
