package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Arg;
import java.util.Optional;
import java.util.UUID;

/** Arguments of {@code corporate_actions.upcoming}. */
public record UpcomingRequest(
        @Arg(doc = "Portfolio; the one of the execution when absent")
        Optional<UUID> portfolioId,

        @Arg(doc = "Pricing pack; only the one of the execution is answered from")
        Optional<String> packId,

        @Arg(
                doc = "How far to look ahead from the day of the pack",
                unit = "calendar days",
                defaultValue = "90",
                min = 1,
                max = 365)
        int daysAhead) {}
