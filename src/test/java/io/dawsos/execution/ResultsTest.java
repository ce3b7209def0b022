package io.dawsos.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultsTest {

    @Test
    void oneMoreLeavesWhatWasThereAsItWas() {
        Results one = Results.NONE.with("first", 1);
        Results two = one.with("second", "two");

        assertThat(two.get("first")).isEqualTo(1);
        assertThat(two.get("second")).isEqualTo("two");
        assertThat(one.get("second")).isNull();
        assertThat(Results.NONE.get("first")).isNull();
    }

    @Test
    void twoRunsThatGoOnFromTheSameStepDoNotMeet() {
        Results start = Results.NONE.with("first", 1);

        Results left = start.with("second", "left");
        Results right = start.with("second", "right");

        assertThat(left.get("second")).isEqualTo("left");
        assertThat(right.get("second")).isEqualTo("right");
    }
}
