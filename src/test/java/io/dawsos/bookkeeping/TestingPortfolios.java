package io.dawsos.bookkeeping;

import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Portfolios in memory. */
final class TestingPortfolios implements Portfolios {

    private final List<Portfolio> all = new ArrayList<>();

    @Override
    public List<Opened> open(UUID userId, Optional<UUID> portfolioId) {
        return of(userId).stream()
                .filter(portfolio -> portfolioId.isEmpty() || portfolio.id().equals(portfolioId.get()))
                .map(portfolio -> new Opened(portfolio, Optional.empty()))
                .limit(2)
                .toList();
    }

    @Override
    public Beginning begin(UUID userId, Optional<UUID> portfolioId, Optional<LocalDate> day) {
        throw new UnsupportedOperationException("Nothing is executed here");
    }

    @Override
    public Optional<Portfolio> find(UUID userId, UUID id) {
        return of(userId).stream()
                .filter(portfolio -> portfolio.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Portfolio> of(UUID userId) {
        return all.stream()
                .filter(portfolio -> portfolio.userId().equals(userId))
                .toList();
    }

    @Override
    public void register(Portfolio portfolio) {
        all.add(portfolio);
    }

    @Override
    public boolean rename(UUID userId, UUID id, String name) {
        throw new UnsupportedOperationException("Nothing is renamed here");
    }

    @Override
    public List<Owned> owned() {
        throw new UnsupportedOperationException("Nobody lists them here");
    }
}
