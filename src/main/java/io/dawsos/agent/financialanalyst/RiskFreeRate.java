package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.metrics.RiskFree;
import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.PackId;
import java.util.List;
import java.util.Optional;

/** The risk-free rate of a pack, and who published it. */
record RiskFreeRate(RiskFree rate, Optional<Indicator> published) {

    static RiskFreeRate of(Benchmarks benchmarks, PackId pack) {
        Optional<Indicator> published = benchmarks.riskFreeYield(pack);
        return new RiskFreeRate(RiskFree.of(published), published);
    }

    /** Names the publisher in an answer that the rate went into. */
    <T> Answer<T> credit(Answer<T> answer) {
        return published
                .map(yield -> answer.from(yield.source()).by(List.of(yield.provider())))
                .orElse(answer);
    }
}
