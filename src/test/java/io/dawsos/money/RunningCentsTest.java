package io.dawsos.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningCentsTest {

    @Test
    void partsAddUpToTheRoundedWholeAndAreOffByLessThanACent() {
        long seed = 20231229;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            RunningCents cents = new RunningCents();
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal printed = BigDecimal.ZERO;
            for (int i = 0; i < 20; i++) {
                BigDecimal part = BigDecimal.valueOf(random.nextLong(2_000_000) - 1_000_000, 4);
                BigDecimal rounded = cents.next(part);
                assertThat(rounded.scale()).isEqualTo(2);
                assertThat(rounded.subtract(part).abs())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(new BigDecimal("0.01"));
                exact = exact.add(part);
                printed = printed.add(rounded);
            }
            assertThat(printed).as("seed %d", seed).isEqualTo(RunningCents.round(exact));
        }
    }
}
