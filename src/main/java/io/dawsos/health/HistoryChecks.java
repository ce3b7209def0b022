package io.dawsos.health;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Journals and the daily history that is computed from them. */
final class HistoryChecks {

    private HistoryChecks() {}

    static List<Finding> of(HealthFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (HealthFacts.Holder portfolio : facts.portfolios()) {
            List<UUID> itself = List.of(portfolio.id());
            String subject = portfolio.id().toString();
            if (!portfolio.imported()) {
                findings.add(Finding.of(
                        FindingCode.NO_LEDGER,
                        subject,
                        itself,
                        "No journal of '" + portfolio.name() + "' is imported, so that nothing is known of it",
                        "Commit its journal to the ledger repository and import it"));
            } else if (portfolio.firstBooking().isPresent()
                    && portfolio.historyFrom().isEmpty()) {
                findings.add(Finding.of(
                                FindingCode.MISSING_HISTORY,
                                subject,
                                itself,
                                "'" + portfolio.name() + "' has bookings and no daily values",
                                "Run the nightly job that computes the history; it needs a pack of the day of the first booking"
                                        + " or later")
                        .since(portfolio.firstBooking().get()));
            }
        }
        facts.missingDays()
                .forEach(missing -> findings.add(Finding.of(
                                FindingCode.HISTORY_GAP,
                                missing.portfolio().toString(),
                                List.of(missing.portfolio()),
                                missing.days() + " days with a pricing pack have no daily value, the last is "
                                        + missing.last(),
                                "Run the nightly job that computes the history for these days; returns leave them out until then")
                        .since(missing.first())));
        return findings;
    }
}
