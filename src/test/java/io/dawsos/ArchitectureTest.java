package io.dawsos;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.dawsos.capability.Capability;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom, and where what is found by its name. */
class ArchitectureTest {
    static final String ROOT = "io.dawsos";

    static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
    /** The table of README.md, as code. A package that is not named here may use nothing; all may use {@code failure}. */
    static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            entry("agent", List.of("capability", "execution", "ledger", "metrics", "money", "portfolio", "pricing")),
            entry(
                    "bookkeeping",
                    List.of("capability", "execution", "ledger", "money", "pattern", "portfolio", "pricing")),
            entry("capability", List.of("execution", "pattern")),
            entry("embedded", List.of()),
            entry("execution", List.of("pattern", "portfolio", "pricing")),
            entry("export", List.of("execution", "pattern", "pricing", "rights")),
            entry("failure", List.of()),
            entry("health", List.of("money", "pricing", "symbol")),
            entry(
                    "http",
                    List.of(
                            "bookkeeping",
                            "capability",
                            "execution",
                            "export",
                            "health",
                            "ledger",
                            "money",
                            "nightly",
                            "pattern",
                            "portfolio",
                            "pricing",
                            "rights",
                            "symbol")),
            entry("ledger", List.of("money")),
            entry("metrics", List.of("money", "portfolio", "pricing")),
            entry("money", List.of()),
            entry("nightly", List.of("ledger", "metrics", "money", "portfolio", "pricing", "symbol")),
            entry("pattern", List.of()),
            entry("portfolio", List.of("ledger", "money", "pricing")),
            entry("pricing", List.of("money")),
            entry("provider", List.of("money", "portfolio", "pricing", "symbol")),
            entry("queue", List.of("execution", "pricing")),
            entry("report", List.of("export")),
            entry("rights", List.of("pattern")),
            entry("route", List.of("capability", "execution", "export", "pattern")),
            entry("schedule", List.of("execution", "nightly", "pattern")),
            entry(
                    "store",
                    List.of(
                            "execution",
                            "health",
                            "ledger",
                            "metrics",
                            "nightly",
                            "portfolio",
                            "pricing",
                            "rights",
                            "symbol")),
            entry("symbol", List.of()),
            entry("telemetry", List.of("execution", "pricing"))));

    /** Besides the root package. */
    static final List<String> MAY_USE_CAMEL = List.of("http", "queue", "route", "schedule", "telemetry");

    private static String[] packages(Collection<String> names) {
        return names.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((name, allowed) -> {
            String[] open = packages(
                    Stream.concat(allowed.stream(), Stream.of(name, "failure")).toList());
            noClasses()
                    .that(resideInAPackage(ROOT + "." + name + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(open))))
                    .because("README.md, 'Who may use whom'")
                    .check(PROGRAM);
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        SortedSet<String> found = PROGRAM.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).replaceAll("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsExactlyElementsOf(MAY_USE.keySet());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void agentsDoNotKnowEachOther() {
        slices().matching(ROOT + ".agent.(*)..").should().notDependOnEachOther().check(PROGRAM);
    }

    @Test
    void camelStaysAtTheEdge() {
        noClasses()
                .that(resideInAPackage(ROOT + ".*..").and(not(resideInAnyPackage(packages(MAY_USE_CAMEL)))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.camel.."))
                .check(PROGRAM);
    }

    @Test
    void capabilitiesLiveWhereTheirNamesSay() {
        List<Class<?>> found = PROGRAM.stream()
                .filter(type -> type.getSimpleName().endsWith("Capabilities"))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
        assertThat(found).isNotEmpty().allSatisfy(type -> {
            String category = type.getSimpleName().replace("Capabilities", "");
            String prefix = category.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + ".";
            assertThat(type.getPackageName()).startsWith(ROOT + ".agent.");
            assertThat(Arrays.stream(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Capability.class))
                            .map(method ->
                                    method.getAnnotation(Capability.class).value()))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith(prefix));
        });
    }

    @Test
    void anAgentIsNamedAfterItsPackage() {
        assertThat(Agents.described().all()).isNotEmpty().allSatisfy(method -> {
            Class<?> part = PROGRAM.stream()
                    .filter(type -> type.getPackageName().startsWith(ROOT + ".agent."))
                    .filter(type -> type.getMethods().stream()
                            .anyMatch(declared -> declared.isAnnotatedWith(Capability.class)
                                    && declared.getAnnotationOfType(Capability.class)
                                            .value()
                                            .equals(method.name())))
                    .map(JavaClass::reflect)
                    .findFirst()
                    .orElseThrow();
            String folder = part.getPackageName().substring((ROOT + ".agent.").length());
            assertThat(method.agent().replace("_", "")).isIn(folder, folder + "agent");
        });
    }
}
