package io.dawsos.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightDatesTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final NightDates DATES =
            new NightDates(TORONTO, LocalTime.of(0, 5), Duration.ofMinutes(10), Optional.empty());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TORONTO).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-06T00:05, 2024-03-05", // Wednesday: Tuesday's
        "2024-03-06T00:04, 2024-03-04", // not begun: still that of the night before
        "2024-03-09T00:05, 2024-03-08", // Saturday: Friday's
        "2024-03-10T12:00, 2024-03-08", // Sunday, the clocks went forward at two
        "2024-03-11T00:05, 2024-03-08", // Monday: Friday's
        "2024-03-12T00:05, 2024-03-11",
        "2024-11-04T00:05, 2024-11-01" // Monday after the clocks went back
    })
    void aNightIsAboutTheBusinessDayBefore(String now, LocalDate day) {
        assertThat(DATES.due(at(now))).isEqualTo(day);
    }

    @Test
    void theZoneOfTheNightCountsAndNotThatOfTheServer() {
        assertThat(DATES.due(Instant.parse("2024-03-06T04:00:00Z"))).isEqualTo("2024-03-04");
        assertThat(DATES.due(Instant.parse("2024-03-06T05:05:00Z"))).isEqualTo("2024-03-05");
    }

    @Test
    void noNightIsAboutADayAfterTheMarketData() {
        NightDates demo = new NightDates(
                TORONTO, LocalTime.of(0, 5), Duration.ofMinutes(10), Optional.of(LocalDate.of(2023, 12, 29)));
        assertThat(demo.due(at("2024-03-06T00:05"))).isEqualTo("2023-12-29");
        assertThat(demo.due(at("2023-12-06T00:05"))).isEqualTo("2023-12-05");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-06T00:05, false",
        "2024-03-06T00:14:59, false",
        "2024-03-06T00:15, true",
        "2024-03-06T23:59, true",
        "2024-03-07T00:04, true"
    })
    void itsTimeIsOverTenMinutesAfterItsStart(String now, boolean over) {
        assertThat(DATES.over(at(now))).isEqualTo(over);
    }

    @Test
    void theClockOfTheServiceIsSetToStartAndDeadline() {
        assertThat(DATES.startCron()).isEqualTo("0 5 0 * * ?");
        assertThat(DATES.deadlineCron()).isEqualTo("0 15 0 * * ?");
        NightDates late = new NightDates(TORONTO, LocalTime.of(23, 55), Duration.ofMinutes(10), Optional.empty());
        assertThat(late.deadlineCron()).isEqualTo("0 5 0 * * ?");
    }

    @Test
    void aDayIsOverWhenItIsOverThere() {
        assertThat(DATES.isOver(LocalDate.of(2024, 3, 5), Instant.parse("2024-03-06T04:59:59Z")))
                .isFalse();
        assertThat(DATES.isOver(LocalDate.of(2024, 3, 5), Instant.parse("2024-03-06T05:00:00Z")))
                .isTrue();
    }
}
