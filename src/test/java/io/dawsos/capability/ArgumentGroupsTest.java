package io.dawsos.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records within request records. */
class ArgumentGroupsTest {

    /** A group with a check of its own. */
    public record Span(
            @Arg(doc = "First", defaultValue = "1") int first,
            @Arg(doc = "Last") Optional<Integer> last) {
        public Span {
            if (last.isPresent() && last.get() < first) {
                throw Failure.invalid(List.of(new Violation("/args/last", "'last' lies before 'first'")));
            }
        }
    }

    /** The group stands between two arguments. */
    public record CountRequest(
            @Arg(doc = "What") String what,
            Span span,
            @Arg(doc = "Step", defaultValue = "2") int step) {}

    /** One capability. */
    public static final class GroupCapabilities {
        @Capability(value = "group.count", doc = "Tells what it got.")
        public Answer<String> count(CountRequest request, ExecutionContext context) {
            return Answer.of(request.toString());
        }
    }

    private final CapabilityMethod count = CapabilityRegistry.of(Agent.named("grouping", new GroupCapabilities()))
            .find("group.count")
            .orElseThrow();

    @Test
    void areArgumentsLikeTheOthersInTheirPlace() {
        assertThat(count.arguments()).extracting(Argument::name).containsExactly("what", "first", "last", "step");
    }

    @Test
    void areBoundFromTheSameFlatArguments() {
        assertThat(count.bind(Map.of("what", "days", "last", 9)))
                .isEqualTo(new CountRequest("days", new Span(1, Optional.of(9)), 2));
    }

    @Test
    void tellTheirFaultsWithTheOthers() {
        assertThatThrownBy(() -> count.bind(Map.of("first", "one")))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.violations())
                                .extracting(Violation::pointer)
                                .containsExactly("/args/what", "/args/first"));
    }

    @Test
    void mayRefuseTheirArguments() {
        assertThatThrownBy(() -> count.bind(Map.of("what", "days", "first", 5, "last", 4)))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.violations())
                                .containsExactly(new Violation("/args/last", "'last' lies before 'first'")));
    }
}
