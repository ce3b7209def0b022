package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.EUR;
import static io.dawsos.testing.TestingRows.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.PackArchive;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.QuarantineReason;
import io.dawsos.pricing.RestatementPlan;
import io.dawsos.testing.TestingDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows that a pack does not use, until an operator accepts them. */
class QuarantineIT extends TestingRestatements {

    @Nested
    class ARowThatMovedTooFar {
        private JobReport report;

        @BeforeEach
        void buildTuesday() {
            publish(TUESDAY, "19");
            report = build(TUESDAY);
        }

        private PackArchive.Quarantined entry() {
            return database.packArchive().quarantine(FIRST).get(0);
        }

        @Test
        void isNotUsedButStoredCountedAndTold() {
            assertThat(apple(FIRST)).isEqualByComparingTo("190");
            assertThat(database.pricingPacks()
                            .open(FIRST)
                            .price("AAPL")
                            .orElseThrow()
                            .date())
                    .isEqualTo(MONDAY);
            assertThat(counted).containsExactly(QuarantineReason.MOVED_TOO_FAR);
            assertThat(report.summary()).startsWith("Built 20231219_v1, hash ");
            assertThat(report.warnings())
                    .containsExactly("Test.csv:19: AAPL 2023-12-19 19 USD is quarantined: -90 % from 190 of 2023-12-18,"
                            + " more than 50 %");
            assertThat(entry().row().words()).isEqualTo(report.warnings().get(0));
            assertThat(entry().acceptedFor()).isEmpty();
            assertThat(database.packArchive().contents(FIRST).orElseThrow().carried())
                    .isEqualTo(1);
        }

        @Test
        void isUsedByTheRestatementThatAcceptsIt() {
            RestatementPlan dry = job().plan(request(FIRST, "it really fell", entry().id()));
            assertThat(dry.applied()).isFalse();
            assertThat(database.packArchive().chain(TUESDAY)).hasSize(1);

            RestatementPlan plan = job().apply(request(FIRST, "it really fell", entry().id()));

            assertThat(plan).isEqualTo(dry.asApplied());
            assertThat(apple(SECOND)).isEqualByComparingTo("19");
            assertThat(entry().acceptedFor()).contains(SECOND);
            assertThat(database.packArchive().quarantine(SECOND)).isEmpty();
            refused(request(SECOND, "nothing new"), FailureReason.RESTATEMENT_REFUSED, "nothing would change");
        }

        @Test
        void isAcceptedOnlyOnceAndOnlyByItsId() {
            refused(request(FIRST, "why not", 4711L), FailureReason.RESTATEMENT_REFUSED, "no quarantined row 4711");
        }

        @Test
        void isToldOfAgainOnTheDaysAfterUntilItIsAccepted() {
            LocalDate wednesday = TUESDAY.plusDays(1);
            publish(wednesday, "19.2");
            assertThat(build(wednesday).warnings()).hasSize(1);

            RestatementPlan plan = job().apply(request(FIRST, "it really fell", entry().id()));
            assertThat(plan.laterPacks()).isEqualTo(1);
            database.packStore().markFresh(List.of(SECOND));
            job().apply(request(new PackId(wednesday, 1), "follows the day before"));

            assertThat(apple(new PackId(wednesday, 2))).isEqualByComparingTo("19.2");
        }
    }

    @Test
    void aRowThatIsNoPriceIsNotAccepted() {
        publish(TUESDAY, "-191");
        build(TUESDAY);
        long id = database.packArchive().quarantine(FIRST).get(0).id();

        refused(
                request(FIRST, "why not", id),
                FailureReason.RESTATEMENT_REFUSED,
                "cannot be accepted",
                "-191 is negative");
    }

    @Test
    void aNightOnWhichTooLittleIsKnownFails() {
        TestingDatabase other = TestingDatabase.create();
        try (other) {
            published.removeIf(row -> row.symbol().equals(EUR.getCurrencyCode()));
            PackJob packJob = new PackJob(
                    this::rows,
                    RULE,
                    other.database().pricingPacks(),
                    other.database().packStore());
            BuildPackJob job = new BuildPackJob(() -> packJob, other.database().pricingPacks(), MONDAY);

            assertThatThrownBy(() -> job.run(MONDAY)).hasMessageStartingWith("No pack for 2023-12-18");
            assertThatThrownBy(() -> job.run(TUESDAY.plusDays(20)))
                    .hasMessageStartingWith("There is no pricing pack up to 2024-01-08");
        }
    }
}
