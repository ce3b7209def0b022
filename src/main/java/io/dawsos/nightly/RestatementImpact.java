package io.dawsos.nightly;

import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.RestatementPlan.PortfolioImpact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a restatement does to portfolios: each valued twice, with the old rows and with the new ones. */
final class RestatementImpact {

    private final Portfolios portfolios;
    private final PortfolioHistory history;

    RestatementImpact(Portfolios portfolios, PortfolioHistory history) {
        this.portfolios = portfolios;
        this.history = history;
    }

    /** Those whose value or whose unvalued holdings differ, oldest portfolio first. */
    List<PortfolioImpact> between(PriceBook before, PriceBook after) {
        List<PortfolioImpact> affected = new ArrayList<>();
        for (Portfolios.Owned owned : portfolios.owned()) {
            portfolios.open(owned.userId(), Optional.of(owned.portfolioId())).stream()
                    .findFirst()
                    .flatMap(opened -> impact(opened, before, after))
                    .ifPresent(affected::add);
        }
        return affected;
    }

    private Optional<PortfolioImpact> impact(Portfolios.Opened opened, PriceBook before, PriceBook after) {
        return opened.ledgerCommit().flatMap(commit -> {
            Portfolio portfolio = opened.portfolio();
            Holdings holdings = history.holdings(new PortfolioScope(
                            portfolio.userId(), portfolio.id(), portfolio.base(), commit, before.pack()))
                    .holdings();
            return compared(
                    portfolio,
                    Valuation.of(holdings, before, portfolio.base()),
                    Valuation.of(holdings, after, portfolio.base()));
        });
    }

    private static Optional<PortfolioImpact> compared(Portfolio portfolio, Valuation before, Valuation after) {
        Set<String> notValued = new LinkedHashSet<>(unvalued(before));
        boolean sameHoles = notValued.equals(new LinkedHashSet<>(unvalued(after)));
        if (sameHoles && before.totalValue().compareTo(after.totalValue()) == 0) {
            return Optional.empty();
        }
        notValued.addAll(unvalued(after));
        return Optional.of(new PortfolioImpact(
                portfolio.id(),
                portfolio.name(),
                portfolio.base().getCurrencyCode(),
                before.totalValue(),
                after.totalValue(),
                notValued.stream().map(what -> what + " is not valued").toList()));
    }

    private static List<String> unvalued(Valuation valuation) {
        List<String> unvalued = new ArrayList<>();
        valuation.positions().stream()
                .filter(position -> position.marketValue().isEmpty())
                .forEach(position -> unvalued.add(position.symbol()));
        valuation.cash().stream()
                .filter(balance -> balance.value().isEmpty())
                .forEach(balance -> unvalued.add("Cash in " + balance.currency()));
        return unvalued;
    }
}
