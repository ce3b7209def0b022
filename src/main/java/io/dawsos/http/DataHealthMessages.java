package io.dawsos.http;

import io.dawsos.health.DataHealth;
import io.dawsos.health.Finding;
import io.dawsos.health.HealthFacts;
import io.dawsos.health.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Processor;

/** What is wrong with the caller's data. */
public final class DataHealthMessages {

    private static final String PORTFOLIO = "portfolio_id";

    private DataHealthMessages() {}

    /** {@code GET /v1/health/data[?portfolio_id=]}. */
    public static Processor show(DataHealth health, Callers callers) {
        return exchange -> {
            QueryParameters query = QueryParameters.of(exchange, List.of(PORTFOLIO));
            Optional<UUID> portfolio = query.uuid(PORTFOLIO);
            query.throwIfAny();
            CatalogMessages.json(exchange, view(health.of(callers.userOf(exchange), portfolio)));
        };
    }

    private static Map<String, Object> view(DataHealth.Report report) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("pack_id", report.facts().pack().map(pack -> pack.id().toString()));
        view.put("asof", report.facts().pack().map(pack -> pack.id().date()));
        view.put(
                "portfolios",
                report.facts().portfolios().stream().map(HealthFacts.Holder::id).toList());
        view.put(
                "status",
                report.findings().stream()
                        .findFirst()
                        .map(worst -> worst.severity().key())
                        .orElse("ok"));
        view.put("counts", counts(report.findings()));
        view.put(
                "findings",
                report.findings().stream().map(DataHealthMessages::view).toList());
        return view;
    }

    private static Map<String, Long> counts(List<Finding> findings) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity.key(),
                    findings.stream()
                            .filter(finding -> finding.severity() == severity)
                            .count());
        }
        return counts;
    }

    private static Map<String, Object> view(Finding finding) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("code", finding.code());
        view.put("severity", finding.severity().key());
        view.put("subject", finding.subject());
        view.put("portfolios", finding.portfolios());
        view.put("since", finding.since());
        view.put("detail", finding.detail());
        view.put("remedy", finding.remedy());
        return view;
    }
}
