package io.dawsos;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no code of this program does, and what no test does. */
class ForbiddenCodeTest {

    private static final JavaClasses PROGRAM = ArchitectureTest.PROGRAM;
    private static final JavaClasses TESTS =
            new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages(ArchitectureTest.ROOT);

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
