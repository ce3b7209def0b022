package io.dawsos.http;

import io.dawsos.nightly.Discrepancy;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.Reconciliation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Nights and reconciliations as clients see them. */
final class NightViews {

    private NightViews() {}

    static Map<String, Object> run(NightRun run) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("date", run.date());
        view.put("policy", run.policy());
        view.put("kind", run.kind());
        view.put("first_date", run.first());
        view.put("attempt", run.attempt());
        view.put("origin", run.origin().word());
        view.put("status", run.status().word());
        view.put("started", run.startedAt());
        view.put("finished", run.finishedAt());
        view.put("resumed", run.resumed());
        view.put("jobs", run.jobs().stream().map(NightViews::job).toList());
        return view;
    }

    private static Map<String, Object> job(JobRun job) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", job.name());
        view.put("blocking", job.blocking());
        view.put("status", job.status().word());
        view.put("started", job.startedAt());
        view.put("duration_ms", job.duration().toMillis());
        view.put("summary", job.summary());
        view.put("warnings", job.warnings());
        view.put("error", job.error());
        return view;
    }

    static Map<String, Object> reconciliation(Reconciliation found) {
        Map<String, Integer> byType = new TreeMap<>();
        found.discrepancies().forEach(each -> byType.merge(each.kind().name(), 1, Integer::sum));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("status", found.passed() ? "PASS" : "FAIL");
        view.put("portfolio_id", found.portfolioId());
        view.put("pack_id", found.pack().toString());
        view.put("asof_date", found.pack().date());
        view.put("ledger_commit_hash", found.ledgerCommit());
        view.put("reconciled_at", found.at());
        view.put("positions_checked", found.positionsChecked());
        view.put("error_count", found.discrepancies().size());
        view.put("errors_by_type", byType);
        view.put("max_error_bps", found.maxErrorBps());
        view.put("unvalued", found.unvalued());
        view.put("errors", found.discrepancies().stream().map(NightViews::error).toList());
        return view;
    }

    private static Map<String, Object> error(Discrepancy each) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("account", each.account());
        view.put("error_type", each.kind().name());
        view.put("db_value", each.stored());
        view.put("ledger_value", each.booked());
        view.put("error_bps", each.errorBps());
        view.put("details", each.details());
        return view;
    }
}
