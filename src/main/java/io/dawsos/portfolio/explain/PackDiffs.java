package io.dawsos.portfolio.explain;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.PackDiff.Row;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads two packs and what a portfolio held on their days, at the ledger commit it is answered from now, and compares them. */
public final class PackDiffs {

    /** Where it reads: one round trip for each of portfolio, packs, restatement, three holdings and the ledger. */
    public record Sources(
            Portfolios portfolios,
            PricingPacks packs,
            PackVersions versions,
            PortfolioHistory history,
            LedgerFacts ledger) {}

    private final Sources sources;
    private final int retryAfterSeconds;

    /** @param retryAfterSeconds what a caller is told to wait for a pack that is warming */
    public PackDiffs(Sources sources, int retryAfterSeconds) {
        this.sources = sources;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * Explains the difference. Fails with VALIDATION_FAILED when the first pack is of a later day than the second, or the user has several
     * portfolios and names none; with PACK_NOT_FOUND, PACK_WARMING, and PORTFOLIO_NOT_FOUND, also for a foreign portfolio.
     *
     * @param portfolio empty takes the user's only one
     */
    public PackDiff between(UUID user, PackId from, PackId to, Optional<UUID> portfolio) {
        if (from.date().isAfter(to.date())) {
            throw Failure.invalid(List.of(new Violation(
                    "/from",
                    "'from' " + from + " is of a later day than 'to' " + to + "; give the earlier pack first")));
        }
        Portfolios.Opened opened = open(user, portfolio);
        requireFresh(from);
        requireFresh(to);
        PackId restated =
                from.date().equals(to.date()) ? to : sources.versions().restated(from, to);
        return compare(opened.portfolio(), opened.ledgerCommit().orElseThrow(), List.of(from, restated, to));
    }

    private PackDiff compare(Portfolio portfolio, String commit, List<PackId> packs) {
        Function<PackId, PortfolioScope> scope =
                pack -> new PortfolioScope(portfolio.userId(), portfolio.id(), portfolio.base(), commit, pack);
        Function<PackId, ClosingState> close =
                pack -> new ClosingState(sources.history().holdings(scope.apply(pack)), portfolio.base());
        PackId first = packs.get(0);
        PackId last = packs.get(2);
        ClosingState from = close.apply(first);
        ClosingState restated = packs.get(1).equals(first) ? from : close.apply(packs.get(1));
        ClosingState to = packs.get(1).equals(last) ? restated : close.apply(last);
        Facts facts = sources.ledger().read(scope.apply(last), first.date().plusDays(1), last.date(), Optional.empty());
        List<Row> rows = new PackComparison(from, restated, to, facts).rows();
        return new PackDiff(
                portfolio.id(),
                commit,
                portfolio.base().getCurrencyCode(),
                first,
                packs.get(1),
                last,
                explained(rows, Row::valueFrom),
                explained(rows, Row::valueTo),
                rows,
                Stream.of(from, restated, to)
                        .flatMap(state -> state.unvalued().stream())
                        .distinct()
                        .toList());
    }

    private static BigDecimal explained(List<Row> rows, Function<Row, Optional<BigDecimal>> value) {
        return rows.stream()
                .filter(row -> row.effects().isPresent())
                .flatMap(row -> value.apply(row).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Portfolios.Opened open(UUID user, Optional<UUID> portfolio) {
        List<Portfolios.Opened> found = sources.portfolios().open(user, portfolio);
        if (found.size() > 1) {
            throw Failure.invalid(List.of(new Violation(
                    "/portfolio_id",
                    "portfolio_id is missing, and you have more than one; GET /v1/portfolios lists them")));
        }
        if (found.isEmpty()) {
            throw new Failure(
                    FailureReason.PORTFOLIO_NOT_FOUND,
                    portfolio.map(id -> "Portfolio " + id + " not found").orElse("You have no portfolio yet"));
        }
        if (found.get(0).ledgerCommit().isEmpty()) {
            throw new Failure(
                    FailureReason.PORTFOLIO_NOT_FOUND,
                    "Portfolio " + found.get(0).portfolio().id()
                            + " has no imported journal yet; import its ledger first");
        }
        return found.get(0);
    }

    private void requireFresh(PackId id) {
        PricingPack pack = sources.packs()
                .find(id)
                .orElseThrow(() -> new Failure(FailureReason.PACK_NOT_FOUND, "There is no pricing pack " + id));
        if (pack.status() != PackStatus.FRESH) {
            Map<String, Object> extensions = new LinkedHashMap<>();
            extensions.put("pack_id", id.toString());
            extensions.put("retry_after", retryAfterSeconds);
            String detail = pack.status() == PackStatus.ERROR
                    ? "Pricing pack " + id + " failed: " + pack.error().orElse("no reason was recorded")
                    : "Pricing pack " + id + " is warming up. Please retry in a few minutes.";
            throw new Failure(FailureReason.PACK_WARMING, detail, List.of(), extensions);
        }
    }
}
