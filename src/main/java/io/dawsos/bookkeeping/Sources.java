package io.dawsos.bookkeeping;

import io.dawsos.execution.AuditLog;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Securities;
import io.dawsos.pricing.PricingPacks;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What instructions are checked against.
 *
 * @param settlementDays weekdays from trade to settlement when a trade does not state its own
 * @param ids makes the ids of transactions and portfolios
 */
public record Sources(
        Portfolios portfolios,
        Securities securities,
        PricingPacks packs,
        AuditLog audit,
        Clock clock,
        int settlementDays,
        Supplier<UUID> ids) {}
