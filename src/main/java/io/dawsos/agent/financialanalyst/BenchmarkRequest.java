package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;

/** Arguments of {@code metrics.compute_benchmark}. */
public record BenchmarkRequest(
        RiskRequest span,

        @Arg(doc = "Symbol of the fund to compare with; the house benchmark when absent")
        Optional<String> benchmark,

        @Arg(doc = "Take the benchmark in its own currency, as an investor who hedges it does", defaultValue = "false")
        boolean hedged) {}
