package io.dawsos;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.dawsos.capability.Capability;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may use whom, and what no code of this program does. */
class ArchitectureTest {
    private static final String ROOT = "io.dawsos";

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses TESTS =
            new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages(ROOT);

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

    /** A call of that method or constructor with so many arguments. */
    private record Call(Class<?> owner, String method, int fewest, int most) {
        static Call of(Class<?> owner, String method) {
            return new Call(owner, method, 0, Integer.MAX_VALUE);
        }

        boolean matches(JavaCall<?> call) {
            int arguments = call.getTarget().getParameterTypes().size();
            return call.getTargetOwner().isEquivalentTo(owner)
                    && call.getName().equals(method)
                    && arguments >= fewest
                    && arguments <= most;
        }
    }

    private static ArchRule nobodyCalls(Call... forbidden) {
        return noClasses()
                .should(callCodeUnitWhere(DescribedPredicate.describe(
                        "is one of " + Arrays.toString(forbidden),
                        (JavaCall<?> call) -> Arrays.stream(forbidden).anyMatch(one -> one.matches(call)))));
    }

    @Nested
    class TheProgram {
        @Test
        void packagesUseOnlyWhatTheTableAllows() {
            MAY_USE.forEach((name, allowed) -> {
                String[] open = packages(Stream.concat(allowed.stream(), Stream.of(name, "failure"))
                        .toList());
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
            slices().matching(ROOT + ".agent.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .check(PROGRAM);
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
        void timeIsAnArgument() {
            Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)
                    .forEach(type -> nobodyCalls(new Call(type, "now", 0, 0)).check(PROGRAM));
            nobodyCalls(Call.of(System.class, "currentTimeMillis"), new Call(Date.class, "<init>", 0, 0))
                    .check(PROGRAM);
        }

        @Test
        void onlyTheServeCommandReadsTheSystemsClock() {
            JavaClasses others = PROGRAM.that(not(equivalentTo(ServeCommand.class)));
            nobodyCalls(Call.of(Clock.class, "systemUTC"), Call.of(Clock.class, "systemDefaultZone"))
                    .check(others);
        }

        @Test
        void collectionsKeepTheirOrder() {
            nobodyCalls(
                            Call.of(Map.class, "copyOf"),
                            Call.of(Map.class, "ofEntries"),
                            new Call(Map.class, "of", 4, 20),
                            Call.of(Set.class, "copyOf"),
                            new Call(Set.class, "of", 2, 10),
                            Call.of(HashMap.class, "<init>"),
                            Call.of(HashSet.class, "<init>"),
                            Call.of(Collectors.class, "toSet"),
                            Call.of(Collectors.class, "toUnmodifiableSet"),
                            Call.of(Collectors.class, "toUnmodifiableMap"),
                            new Call(Collectors.class, "toMap", 2, 3),
                            new Call(Collectors.class, "groupingBy", 1, 2))
                    .check(PROGRAM);
        }

        @Test
        void nothingIsPrinted() {
            noClasses()
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .check(PROGRAM);
        }

        @Test
        void guavaIsNotOurs() {
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("com.google.common.."))
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

    @Nested
    class TheTests {
        @Test
        void fakesAreWrittenOut() {
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.mockito.."))
                    .check(TESTS);
        }

        @Test
        void testsWaitWithoutSleeping() {
            nobodyCalls(Call.of(Thread.class, "sleep")).check(TESTS.that(not(simpleNameStartingWith("Testing"))));
        }
    }
}
