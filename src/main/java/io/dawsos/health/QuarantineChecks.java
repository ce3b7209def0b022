package io.dawsos.health;

import io.dawsos.health.HealthFacts.HeldSecurity;
import java.util.List;

/** Rows that providers published for the newest pack and that it does not use. */
final class QuarantineChecks {

    private QuarantineChecks() {}

    static List<Finding> of(HealthFacts facts) {
        return facts.quarantined().stream().map(row -> finding(facts, row)).toList();
    }

    private static Finding finding(HealthFacts facts, HealthFacts.Quarantined row) {
        String pack = facts.pack().map(newest -> newest.id().toString()).orElseThrow();
        return Finding.of(
                        FindingCode.QUARANTINED_ROW,
                        row.symbol(),
                        facts.securities().stream()
                                .filter(held -> held.symbol().equals(row.symbol()))
                                .map(HeldSecurity::portfolio)
                                .toList(),
                        "A row of the pricing pack is in quarantine and not used: " + row.detail(),
                        "See GET /v1/packs/" + pack + "/quarantine; correct it at its source"
                                + (row.reason().acceptable()
                                        ? ", or accept row " + row.id() + " with a restatement"
                                        : ""))
                .since(row.date());
    }
}
