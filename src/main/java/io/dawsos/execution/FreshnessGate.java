package io.dawsos.execution;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nothing is answered from a pack that is not fresh, unless the caller says so. */
public final class FreshnessGate {

    private final int retryAfterSeconds;

    public FreshnessGate(int retryAfterSeconds) {
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Whether the execution must wait for its pack. */
    public boolean blocks(Execution execution) {
        return execution.request().requireFresh() && execution.pack().status() != PackStatus.FRESH;
    }

    /** What the caller is told while it must wait. */
    public Failure warming(Execution execution) {
        String pack = execution.pack().id().toString();
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("pack_id", pack);
        extensions.put("retry_after", retryAfterSeconds);
        return new Failure(FailureReason.PACK_WARMING, detail(execution.pack()), List.of(), extensions);
    }

    private static String detail(PricingPack pack) {
        if (pack.status() == PackStatus.ERROR) {
            return "Pricing pack " + pack.id() + " failed: " + pack.error().orElse("no reason was recorded");
        }
        return pack.supersededBy()
                .map(newer -> "Pricing pack " + pack.id() + " never became fresh; " + newer + " superseded it")
                .orElseGet(() -> "Pricing pack " + pack.id() + " is warming up. Please retry in a few minutes.");
    }
}
