package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.execution.ExecutionContext;

/** Says of every answer where it comes from: ledger commit, pack, the pack's providers and its day. */
final class Answers {

    private static final int TTL_SECONDS = 300;
    private static final int SHORT_COMMIT = 8;

    private Answers() {}

    static <T> Answer<T> of(T value, ExecutionContext context) {
        String commit = context.ledgerCommit();
        String shortCommit = commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
        return Answer.of(value)
                .from("ledger:" + shortCommit, "pricing_pack:" + context.pack())
                .by(context.packProviders())
                .asOf(context.pack().date())
                .ttl(TTL_SECONDS);
    }
}
