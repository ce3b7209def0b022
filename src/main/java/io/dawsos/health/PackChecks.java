package io.dawsos.health;

import io.dawsos.pricing.PackStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The newest pack and the row of packs behind it. */
final class PackChecks {

    /** Exchanges and central banks are never all closed on two business days in a row. */
    private static final int MOST_DAYS_WITHOUT_A_PACK = 1;

    private PackChecks() {}

    static List<Finding> of(HealthFacts facts, int staleDays, LocalDate today) {
        if (facts.pack().isEmpty()) {
            return List.of(Finding.of(
                    FindingCode.NO_PACK,
                    "pricing pack",
                    List.of(),
                    "There is no pricing pack",
                    "Run the nightly build; it needs prices and exchange rates"));
        }
        List<Finding> findings = new ArrayList<>(state(facts.pack().get()));
        LocalDate day = facts.pack().get().id().date();
        int age = BusinessDays.after(day, today);
        if (age > staleDays) {
            findings.add(Finding.of(
                            FindingCode.PACK_OUTDATED,
                            facts.pack().get().id().toString(),
                            List.of(),
                            "The newest pricing pack is " + age + " business days old",
                            "Run the nightly build for the days since, or see in its run report why it built none")
                    .since(day));
        }
        facts.packGaps().forEach(gap -> {
            int days = BusinessDays.between(gap.before(), gap.after());
            if (days > MOST_DAYS_WITHOUT_A_PACK) {
                findings.add(gap(gap, days));
            }
        });
        return findings;
    }

    private static Finding gap(HealthFacts.PackGap gap, int days) {
        return Finding.of(
                        FindingCode.PACK_GAP,
                        gap.before() + "/" + gap.after(),
                        List.of(),
                        days + " business days between " + gap.before() + " and " + gap.after()
                                + " have no pricing pack",
                        "See in the run report of these days what was missing; a day once passed over gets no pack, because"
                                + " answers were computed without it")
                .since(gap.before().plusDays(1));
    }

    private static List<Finding> state(HealthFacts.Pack pack) {
        List<Finding> findings = new ArrayList<>();
        LocalDate day = pack.id().date();
        String id = pack.id().toString();
        if (pack.status() == PackStatus.ERROR) {
            findings.add(Finding.of(
                            FindingCode.PACK_FAILED,
                            id,
                            List.of(),
                            "The pricing pack failed: " + pack.error().orElse("no message was kept"),
                            "Mend the cause and run the night of this day again")
                    .since(day));
        }
        if (pack.status() == PackStatus.WARMING) {
            findings.add(Finding.of(
                            FindingCode.PACK_WARMING,
                            id,
                            List.of(),
                            "The pricing pack is still being made; answers wait for it",
                            "Wait for the nightly jobs; when they have ended, see their run report")
                    .since(day));
        }
        if (pack.reconciled().filter(passed -> !passed).isPresent()) {
            findings.add(Finding.of(
                            FindingCode.RECONCILIATION_FAILED,
                            id,
                            List.of(),
                            "The pricing pack and the ledgers do not agree",
                            "Compare the reconciliation report with the journal, correct the one that is wrong, and run the"
                                    + " night of this day again")
                    .since(day));
        }
        return findings;
    }
}
