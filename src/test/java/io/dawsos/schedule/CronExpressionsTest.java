package io.dawsos.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 5 0 * * ?",
                "0 30 7 ? * MON-FRI",
                "0/15 * * * * ?",
                "0 */5 9-17 ? JAN,JUL MON 2099",
                "0 0 9 ? * 6#3",
                "0 0 9 ? * FRI#2",
                "0 0 9 ? * 6L",
                "0 0 9 LW * ?",
                "0 0 9 L * ?",
                "0 0 9 L-3 * ?",
                "0 0 9 15W * ?",
                "59 59 23 31 12 ? 2099",
                "0 0 22-2 * * ?",
                "0 0 9 ? * mon-fri",
            })
    void whatTheSchedulerUnderstandsIsTaken(String cron) {
        assertThat(CronExpressions.accepts(cron)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 99 * * ?",
                "0 0 24 * * ?",
                "0 60 9 * * ?",
                "60 0 9 * * ?",
                "0 0 9 32 * ?",
                "0 0 9 0 * ?",
                "0 0 9 1 13 ?",
                "0 0 9 1 0 ?",
                "0 0 9 ? * 8",
                "0 0 9 ? * 0",
                "0 0 9 ? * 2#6",
                "0 0 9 * * ? 1969",
                "0 0 9 * * ? 2100",
                "0 0 9-99 * * ?",
                "0 0/99 9 * * ?",
                "0 0/0 9 * * ?",
                "0 0 9,99 * * ?",
                "0 0 9 L-31 * ?",
                "0 0 99999999999 * * ?",
                "0 0 9 * *",
                "0 0 9 * * ? 2024 1",
                "every day",
                "",
            })
    void whatItWouldMisunderstandIsNot(String cron) {
        assertThat(CronExpressions.accepts(cron)).isFalse();
    }
}
