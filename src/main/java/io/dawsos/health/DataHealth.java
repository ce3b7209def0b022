package io.dawsos.health;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.symbol.SymbolResolver;
import io.dawsos.symbol.SymbolStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at all data that a user's portfolios are answered from. It reads what is stored and changes nothing: two round trips.
 */
public final class DataHealth {

    /**
     * What was found.
     *
     * @param facts what was looked at
     * @param findings in {@link Finding#ORDER}
     */
    public record Report(HealthFacts facts, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    private final HealthSource source;
    private final SymbolStore symbols;
    private final int staleDays;
    private final Clock clock;

    /** @param staleDays business days after which a price, a rate or the newest pack is stale */
    public DataHealth(HealthSource source, SymbolStore symbols, int staleDays, Clock clock) {
        this.source = source;
        this.symbols = symbols;
        this.staleDays = staleDays;
        this.clock = clock;
    }

    /** All portfolios of the user, or the one named; throws {@link Failure} PORTFOLIO_NOT_FOUND when it is not the user's. */
    public Report of(UUID userId, Optional<UUID> portfolioId) {
        HealthFacts facts = source.facts(userId, portfolioId);
        if (portfolioId.isPresent() && facts.portfolios().isEmpty()) {
            throw new Failure(FailureReason.PORTFOLIO_NOT_FOUND, "Portfolio " + portfolioId.get() + " not found");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<Finding> findings = new ArrayList<>(PackChecks.of(facts, staleDays, today));
        findings.addAll(QuarantineChecks.of(facts));
        findings.addAll(PriceChecks.of(facts, staleDays));
        findings.addAll(FxChecks.of(facts, staleDays));
        findings.addAll(HistoryChecks.of(facts));
        findings.addAll(SymbolChecks.of(facts, SymbolResolver.resolve(symbols.known(today))));
        findings.sort(Finding.ORDER);
        return new Report(facts, findings);
    }
}
