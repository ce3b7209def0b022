package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;

/** Arguments of {@code metrics.compute_volatility}. */
public record VolatilityRequest(
        RiskRequest span,

        @Arg(
                doc = "Length of the rolling window whose path is told",
                unit = "daily returns",
                defaultValue = "30",
                min = 2,
                max = 10_000)
        int window) {}
