package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.util.List;

/** Arguments of {@code risk.compute_var}. */
public record VarRequest(
        RiskRequest span,

        @Arg(
                doc = "Share of the days on which the loss is not exceeded: from 0.5 to 0.999",
                unit = "fraction",
                defaultValue = "0.95")
        double confidence) {

    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 0.999;

    public VarRequest {
        if (!(confidence >= LOWEST && confidence <= HIGHEST)) {
            throw Failure.invalid(List.of(new Violation(
                    "/args/confidence",
                    "'confidence' is " + confidence + "; it must lie between " + LOWEST + " and " + HIGHEST)));
        }
    }
}
