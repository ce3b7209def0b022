package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.capability.Steps;
import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pattern.PatternSource;
import io.dawsos.route.PatternDeployments;
import io.dawsos.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The route files as a reader finds them, and what the shipped patterns become. */
class RoutesTest {

    private static final Path FOLDER = Path.of("routes");
    private static final String SUFFIX = ".camel.yaml";

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** Everything that has an id in one file: routes, templates and configurations. */
    private static List<Map<?, ?>> parts(Path file) throws IOException {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        List<Map<?, ?>> parts = new ArrayList<>();
        for (Object entry : (List<?>) content) {
            ((Map<?, ?>) entry).values().forEach(part -> parts.add((Map<?, ?>) part));
        }
        return parts;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    @Nested
    class ARouteFile {

        static List<Path> files() throws IOException {
            return RoutesTest.files();
        }

        @ParameterizedTest
        @MethodSource("files")
        void fitsOnAScreen(Path file) throws IOException {
            assertThat(file.toString()).endsWith(SUFFIX);
            assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(60);
        }

        @ParameterizedTest
        @MethodSource("files")
        void beginsWithASentence(Path file) throws IOException {
            assertThat(Files.readAllLines(file).get(0)).startsWith("# ");
        }

        @ParameterizedTest
        @MethodSource("files")
        void holdsRoutesThatAreNamedAfterItAndSayWhatTheyDo(Path file) throws IOException {
            for (Map<?, ?> part : parts(file)) {
                String id = text(part.get("id"));
                assertThat(name(file)).as(id).isIn(id, namePrefix(file, id));
                if (part.containsKey("from")) {
                    assertThat(text(part.get("description")))
                            .as("description of %s", id)
                            .isNotBlank();
                }
            }
        }

        /** A template may be called by the first word of its file. */
        private String namePrefix(Path file, String id) {
            boolean prefixed = id.startsWith(name(file) + "-") || name(file).startsWith(id + "-");
            return prefixed ? name(file) : "no prefix";
        }

        @ParameterizedTest
        @MethodSource("files")
        void leavesEveryFaultOfAnHttpRouteToTheOneExit(Path file) throws IOException {
            for (Map<?, ?> part : parts(file)) {
                String uri = part.get("from") instanceof Map<?, ?> from ? text(from.get("uri")) : "";
                if (uri.startsWith("platform-http:")) {
                    assertThat(part.get("routeConfigurationId"))
                            .as("%s", part.get("id"))
                            .isEqualTo("problems");
                    assertThat(uri).contains("httpMethodRestrict=");
                }
                boolean bodyless = uri.contains("reload") || uri.contains("{request_id}/export");
                if (uri.contains("httpMethodRestrict=POST") && !bodyless) {
                    assertThat(uri).as("a form would become headers").contains("consumes=application/json");
                }
            }
        }
    }

    @Nested
    class AShippedPattern {

        static List<Pattern> patterns() {
            PatternCatalog catalog = PatternCatalog.over(
                    List.of(PatternSource.folder(Path.of("patterns"))),
                    new PatternRules(new RegisteredSignatures(Agents.described()), cron -> true));
            assertThat(catalog.reload(CatalogListener.NONE).problems()).isEmpty();
            return catalog.all();
        }

        @ParameterizedTest
        @MethodSource("patterns")
        void becomesARoute(Pattern pattern) throws Exception {
            CapabilityRegistry registry = Agents.described();
            try (DefaultCamelContext camel = new DefaultCamelContext()) {
                new PatternDeployments(camel, registry, new Steps(System::nanoTime), Clock.systemUTC()).deploy(pattern);
                RouteDefinition route = camel.getRouteDefinitions().get(0);
                String yaml = PluginHelper.getModelToYAMLDumper(camel).dumpModelAsYaml(camel, route);
                Golden.file("routes/pattern-" + pattern.id() + SUFFIX)
                        .matches(yaml.replace(pattern.shortVersion(), "<version>"));
            }
        }
    }
}
