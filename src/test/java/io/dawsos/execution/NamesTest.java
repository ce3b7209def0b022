package io.dawsos.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @RepeatedTest(200)
    void unionIsSortedAndDistinct(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> first = Names.sorted(some(random));
        List<String> second = Names.sorted(some(random));

        List<String> both = Names.union(first, second);

        assertThat(both).containsExactlyElementsOf(set(Stream.concat(first.stream(), second.stream())));
        assertThat(Names.with(first, "c"))
                .containsExactlyElementsOf(set(Stream.concat(first.stream(), Stream.of("c"))));
    }

    private static List<String> some(Random random) {
        return random.ints(random.nextInt(5), 0, ALL.size()).mapToObj(ALL::get).toList();
    }

    private static Collection<String> set(Stream<String> names) {
        return new TreeSet<>(names.toList());
    }

    @Test
    void aListThatHasAllIsKept() {
        List<String> names = List.of("a", "b");

        assertThat(Names.union(names, List.of("b"))).isSameAs(names);
        assertThat(Names.union(names, List.of())).isSameAs(names);
        assertThat(Names.union(List.of(), names)).isSameAs(names);
    }
}
