package io.dawsos.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

    private static int counted(LocalDate day, LocalDate last) {
        int days = 0;
        for (LocalDate next = day.plusDays(1); !next.isAfter(last); next = next.plusDays(1)) {
            days += next.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? 1 : 0;
        }
        return days;
    }

    @Test
    void areCountedAsOnTheFingers() {
        long seed = 4711;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(-3_000, 30_000));
            LocalDate last = day.plusDays(random.nextInt(0, 60));
            assertThat(BusinessDays.after(day, last))
                    .as("seed %d: after %s until %s", seed, day, last)
                    .isEqualTo(counted(day, last));
        }
    }

    @Test
    void areNoneBackwards() {
        assertThat(BusinessDays.after(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 1, 3)))
                .isZero();
    }

    @Test
    void overAWeekendThereIsNoneBetween() {
        LocalDate friday = LocalDate.of(2024, 1, 5);
        assertThat(BusinessDays.between(friday, friday.plusDays(3))).isZero();
        assertThat(BusinessDays.between(friday, friday.plusDays(4))).isEqualTo(1);
    }
}
