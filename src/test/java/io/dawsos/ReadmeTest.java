package io.dawsos;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md and the other pages say is what the program is. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Path SOURCES = Path.of("src/main/java/io/dawsos");

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String README = read(Path.of("README.md"));

    /** The cells of the first table below a heading, without its head. */
    private static List<List<String>> table(String heading) {
        assertThat(README).contains("\n## " + heading + "\n");
        String section = README.substring(README.indexOf("\n## " + heading + "\n") + 1);
        return section.lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map(match -> match.group(1))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages =
                    new ArrayList<>(docs.filter(page -> page.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.addAll(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
            return pages.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFilesThatAreThere(Path page) {
        Path folder = requireNonNull(page.toAbsolutePath().getParent());
        assertThat(LINK.matcher(read(page)).results().map(link -> folder.resolve(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void theTableOfPackagesIsTheOneThatIsEnforced() {
        SortedMap<String, List<String>> mayUse = new TreeMap<>();
        List<String> mayUseCamel = new ArrayList<>();
        table("Who may use whom").stream().skip(1).forEach(row -> {
            String name = quoted(row.get(0)).get(0);
            mayUse.put(
                    name,
                    row.get(2).equals("nothing")
                            ? List.of()
                            : List.of(row.get(2).split(", ", -1)));
            if (row.get(3).equals("yes")) {
                mayUseCamel.add(name);
            }
        });
        assertThat(mayUse).isEqualTo(ArchitectureTest.MAY_USE);
        assertThat(mayUseCamel).containsExactlyInAnyOrderElementsOf(ArchitectureTest.MAY_USE_CAMEL);
    }

    @Test
    void theTableOfSettingsHasTheDefaultsOfTheProgram() {
        Map<String, String> documented = new LinkedHashMap<>();
        table("Settings").forEach(row -> {
            assertThat(row.get(2)).as("meaning of %s", row.get(0)).isNotBlank();
            documented.put(
                    quoted(row.get(0)).get(0),
                    quoted(row.get(1)).stream().findFirst().orElse(""));
        });
        SortedMap<String, String> shipped = new TreeMap<>();
        SettingsReader.shippedDefaults().forEach((name, value) -> {
            if (!name.toString().startsWith("camel.")) {
                shipped.put(name.toString().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value.toString());
            }
        });
        assertThat(new TreeMap<>(documented)).isEqualTo(shipped);
    }

    @Test
    void theTableOfHttpNamesEveryPathThatIsAnswered() throws IOException {
        Pattern route = Pattern.compile("platform-http:([^?\"]+)\\?httpMethodRestrict=([A-Z]+)");
        SortedSet<String> answered;
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            answered = files.flatMap(file -> route.matcher(read(file)).results())
                    .map(match -> match.group(2) + " " + match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        List<String> documented = table("HTTP").stream()
                .flatMap(row -> quoted(row.get(0)).stream())
                .toList();
        assertThat(documented).isNotEmpty().containsExactlyInAnyOrderElementsOf(answered);
    }

    @Test
    void theStationsOfARequestAreFilesThatAreThere() {
        List<String> files = table("One request, station by station").stream()
                .flatMap(row -> quoted(row.get(1)).stream())
                .filter(text -> text.contains("."))
                .toList();
        assertThat(files).hasSizeGreaterThan(8).allSatisfy(file -> {
            Path place = file.startsWith("routes/") ? Path.of(file) : SOURCES.resolve(file);
            assertThat(place).exists();
        });
    }

    @Test
    void theFirstRequestIsTheOneThatTheServiceSuggests() throws IOException {
        String suggested = read(SOURCES.resolve("ReadyBlock.java"));
        String body = "-d '{\"pattern_id\":\"portfolio_overview\",\"inputs\":{}}'";
        assertThat(suggested).contains(body);
        assertThat(README).contains("curl -X POST http://localhost:8000/execute", body);
    }

    @Test
    void theTestsOfTheDrillAreThereByName() throws IOException {
        Pattern named = Pattern.compile("(?m)^\\| .+ \\| `(\\w+)\\.(\\w+)` \\|$");
        List<MatchResult> drill =
                named.matcher(read(Path.of("docs", "exports.md"))).results().toList();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            List<Path> tests = files.toList();
            assertThat(drill)
                    .hasSize(17)
                    .allSatisfy(row -> assertThat(tests)
                            .filteredOn(path -> path.endsWith(row.group(1) + ".java"))
                            .singleElement()
                            .satisfies(file -> assertThat(read(file)).contains("void " + row.group(2) + "(")));
        }
    }

    @Test
    void theFirstReleaseInTheChangeLogIsTheVersionOfTheBuild() {
        MatchResult first = Pattern.compile("(?m)^## (\\S+)")
                .matcher(read(Path.of("CHANGELOG.md")))
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(first.group(1)).isEqualTo(Version.current());
    }
}
