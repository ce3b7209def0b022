package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;

/** Arguments of {@code pricing.apply_pack}. */
public record ApplyPackRequest(
        @Arg(doc = "Result of ledger.positions") Positions positions,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId) {}
