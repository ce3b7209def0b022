package io.dawsos.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.nightly.HistoryPlan.Step;
import io.dawsos.nightly.HistoryPlan.Stretch;
import io.dawsos.portfolio.PortfolioHistoryStore.Progress;
import io.dawsos.pricing.PackBooks.Made;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryPlanTest {

    /** Packs by name, in the order in which they were made; sequences 10, 20, 30. */
    private static List<Made> made(String... packs) {
        List<Made> made = new ArrayList<>();
        for (String pack : packs) {
            made.add(new Made(PackId.parse(pack), 10L * (made.size() + 1)));
        }
        return made;
    }

    private static Stretch stretch(long vintage, String... packs) {
        List<Step> steps = new ArrayList<>();
        for (String pack : packs) {
            steps.add(new Step(PackId.parse(pack), vintage));
        }
        return new Stretch(steps);
    }

    private static Stretch nights(Stretch... each) {
        return new Stretch(
                List.of(each).stream().flatMap(night -> night.steps().stream()).toList());
    }

    private static Optional<Progress> done(long vintage, String day) {
        return Optional.of(new Progress(vintage, LocalDate.parse(day)));
    }

    @Test
    void nightsAreOneStretchEachWithItsOwnVintage() {
        assertThat(HistoryPlan.of(made("20240102_v1", "20240103_v1"), Optional.empty()))
                .containsExactly(nights(stretch(10, "20240102_v1"), stretch(20, "20240103_v1")));
    }

    @Test
    void whatIsDoneIsLeftOut() {
        List<Made> made = made("20240102_v1", "20240103_v1");
        assertThat(HistoryPlan.of(made, done(10, "2024-01-02"))).containsExactly(stretch(20, "20240103_v1"));
        assertThat(HistoryPlan.of(made, done(20, "2024-01-03"))).isEmpty();
    }

    @Test
    void aRestatementAddsItsDayAndEveryLaterOneAgainAtItsVintage() {
        List<Made> made = made("20240102_v1", "20240103_v1", "20240104_v1", "20240103_v2", "20240105_v1");
        assertThat(HistoryPlan.of(made, Optional.empty()))
                .containsExactly(
                        nights(stretch(10, "20240102_v1"), stretch(20, "20240103_v1"), stretch(30, "20240104_v1")),
                        stretch(40, "20240103_v2", "20240104_v1"),
                        stretch(50, "20240105_v1"));
        assertThat(HistoryPlan.of(made, done(30, "2024-01-04")))
                .as("the same, whether the history is computed in one go or night by night")
                .containsExactly(stretch(40, "20240103_v2", "20240104_v1"), stretch(50, "20240105_v1"));
    }

    @Test
    void aRunThatWasKilledWithinARestatementGoesOnAfterItsLastDay() {
        List<Made> made = made("20240102_v1", "20240103_v1", "20240104_v1", "20240102_v2");
        assertThat(HistoryPlan.of(made, done(40, "2024-01-03"))).containsExactly(stretch(40, "20240104_v1"));
    }

    @Test
    void aRestatementOfARestatementTakesTheNewest() {
        List<Made> made = made("20240102_v1", "20240103_v1", "20240102_v2", "20240102_v3");
        assertThat(HistoryPlan.of(made, done(20, "2024-01-03")))
                .containsExactly(stretch(30, "20240102_v2", "20240103_v1"), stretch(40, "20240102_v3", "20240103_v1"));
    }

    @Test
    void aLatePackOfADayBetweenOthersIsARestatementToo() {
        List<Made> made = made("20240102_v1", "20240104_v1", "20240103_v1");
        assertThat(HistoryPlan.of(made, done(20, "2024-01-04")))
                .containsExactly(stretch(30, "20240103_v1", "20240104_v1"));
    }
}
