package io.dawsos.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.testing.TestingNightRuns;
import io.dawsos.testing.TestingPacks;
import io.dawsos.testing.TestingPricingPacks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The night of Tuesday, the second of January, which starts on Wednesday at 00:05. */
class DeadlineTest {

    private static final LocalDate NIGHT = LocalDate.of(2024, 1, 2);
    private static final Instant STARTED = Instant.parse("2024-01-03T00:05:00Z");
    private static final Instant OVER = Instant.parse("2024-01-03T00:15:00Z");

    private final TestingNightRuns runs = new TestingNightRuns();

    private Deadline deadline(String... packs) {
        NightDates dates = new NightDates(ZoneOffset.UTC, LocalTime.of(0, 5), Duration.ofMinutes(10), Optional.empty());
        return new Deadline(
                dates,
                new TestingPricingPacks(List.of(packs).stream()
                        .map(day ->
                                TestingPacks.on(day).rate("USD", "CAD", "1.36").book())
                        .toList()),
                runs,
                "TEST");
    }

    private void ended(NightStatus status) {
        NightRun run = runs.open(new NightRun(
                0,
                NIGHT,
                "TEST",
                1,
                NIGHT,
                NightOrigin.SCHEDULE,
                NightStatus.RUNNING,
                STARTED,
                Optional.empty(),
                0,
                List.of()));
        runs.finish(run, status, STARTED.plusSeconds(5));
    }

    @Test
    void aNightWithItsPackFreshIsInTime() {
        assertThat(deadline("2024-01-02").missed(OVER)).isEmpty();
    }

    @Test
    void aNightWithoutAFreshPackIsLateWhenItsTimeIsOverAndNotBefore() {
        Deadline deadline = deadline("2023-12-29");
        assertThat(deadline.missed(OVER.minusMillis(1))).isEmpty();
        assertThat(deadline.missed(OVER)).contains(NIGHT);
        assertThat(deadline.missed(OVER.plus(Duration.ofHours(20)))).contains(NIGHT);
    }

    @Test
    void aNightInWhichNothingWasPublishedIsInTimeWhenItIsDone() {
        ended(NightStatus.WARNING);
        assertThat(deadline("2023-12-29").missed(OVER)).isEmpty();
    }

    @Test
    void aNightThatFailedIsLate() {
        ended(NightStatus.FAILED);
        assertThat(deadline("2023-12-29").missed(OVER)).contains(NIGHT);
    }
}
