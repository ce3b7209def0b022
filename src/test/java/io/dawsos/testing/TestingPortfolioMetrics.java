package io.dawsos.testing;

import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.portfolio.PortfolioScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored metrics in memory. */
public final class TestingPortfolioMetrics implements PortfolioMetrics {

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public Optional<StandardMetrics> find(PortfolioScope scope) {
        return entries.stream()
                .filter(entry -> entry.scope().equals(scope))
                .map(Entry::metrics)
                .findFirst();
    }

    @Override
    public void save(List<Entry> more) {
        entries.addAll(more);
    }
}
