package io.dawsos.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context under the names that templates use. */
final class ContextView {

    private ContextView() {}

    static Map<String, @Nullable Object> of(ExecutionContext context) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("user_id", context.userId());
        view.put("request_id", context.requestId());
        view.put("trace_id", context.traceId());
        view.put("timestamp", context.timestamp());
        view.put("asof", context.asOf());
        view.put("asof_date", context.asOf());
        view.put("pricing_pack_id", context.pack().toString());
        view.put("ledger_commit_hash", context.ledgerCommit());
        view.put("portfolio_id", context.portfolioId().orElse(null));
        view.put("base_currency", context.baseCurrency().getCurrencyCode());
        return view;
    }
}
