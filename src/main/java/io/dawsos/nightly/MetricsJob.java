package io.dawsos.nightly;

import io.dawsos.failure.Failure;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.metrics.DatedValue;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.metrics.StandardMetrics.Yardstick;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PricingPack;
import io.dawsos.pricing.PricingPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes the standard metrics of every portfolio for the night's pack and stores them in batches. Each portfolio's history is read once;
 * benchmark and risk-free rate once a night. A portfolio that has no value on the night's day, or whose figures cannot be computed, gets no
 * row and a warning; answers about it compute what they need.
 */
public final class MetricsJob implements NightJob {

    /** The ports that figures are computed from. */
    public record Sources(PricingPacks packs, Portfolios portfolios, PortfolioHistory histories) {}

    private final Sources sources;
    private final Benchmarks benchmarks;
    private final PortfolioMetrics store;

    public MetricsJob(Sources sources, Benchmarks benchmarks, PortfolioMetrics store) {
        this.sources = sources;
        this.benchmarks = benchmarks;
        this.store = store;
    }

    @Override
    public String name() {
        return "compute_daily_metrics";
    }

    @Override
    public boolean blocking() {
        return false;
    }

    @Override
    public JobReport run(LocalDate night) {
        PackId pack = packOf(sources.packs(), night);
        Map<String, Yardstick> yardsticks = new TreeMap<>();
        List<PortfolioMetrics.Entry> entries = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Portfolios.Owned owned : sources.portfolios().owned()) {
            Optional<PortfolioScope> scope = scope(owned, pack);
            if (scope.isEmpty()) {
                warnings.add("Portfolio " + owned.portfolioId() + " has no ledger yet");
                continue;
            }
            Currency base = scope.get().base();
            Yardstick yardstick =
                    yardsticks.computeIfAbsent(base.getCurrencyCode(), code -> benchmarks.yardstick(pack, base));
            metrics(scope.get(), yardstick, warnings)
                    .ifPresent(metrics -> entries.add(new PortfolioMetrics.Entry(scope.get(), metrics)));
        }
        store.save(entries);
        return new JobReport("Stored the metrics of " + entries.size() + " portfolios for " + pack, warnings);
    }

    static PackId packOf(PricingPacks packs, LocalDate night) {
        return packs.newestAtOrBefore(night)
                .map(PricingPack::id)
                .filter(id -> id.date().equals(night))
                .orElseThrow(() -> new IllegalStateException("There is no pricing pack of " + night));
    }

    private Optional<PortfolioScope> scope(Portfolios.Owned owned, PackId pack) {
        return sources.portfolios().open(owned.userId(), Optional.of(owned.portfolioId())).stream()
                .findFirst()
                .flatMap(opened -> opened.ledgerCommit().map(commit -> scope(opened.portfolio(), commit, pack)));
    }

    private static PortfolioScope scope(Portfolio portfolio, String commit, PackId pack) {
        return new PortfolioScope(portfolio.userId(), portfolio.id(), portfolio.base(), commit, pack);
    }

    private Optional<StandardMetrics> metrics(PortfolioScope scope, Yardstick yardstick, List<String> warnings) {
        LocalDate day = scope.pack().date();
        try {
            DailyValues values = sources.histories().values(scope, LocalDate.EPOCH, day);
            Optional<UnvaluedDay> unvalued = values.unvaluedEnd();
            if (unvalued.isPresent()) {
                warnings.add("Portfolio " + scope.portfolioId() + ": "
                        + unvalued.get().reason());
                return Optional.empty();
            }
            StandardMetrics metrics =
                    StandardMetrics.of(values.stream().map(DatedValue::of).toList(), yardstick);
            if (metrics.to().equals(Optional.of(day))) {
                return Optional.of(metrics);
            }
            warnings.add("Portfolio " + scope.portfolioId() + " has no value on " + day);
        } catch (Failure e) {
            warnings.add("Portfolio " + scope.portfolioId() + ": " + e.getMessage());
        }
        return Optional.empty();
    }
}
