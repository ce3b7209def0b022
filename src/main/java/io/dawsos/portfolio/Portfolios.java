package io.dawsos.portfolio;

import io.dawsos.pricing.PricingPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose portfolios there are. A foreign portfolio looks like one that does not exist. */
public interface Portfolios {

    /**
     * A portfolio as an execution begins with it.
     *
     * @param ledgerCommit the commit it is answered from; empty until its first journal was imported
     */
    record Opened(Portfolio portfolio, Optional<String> ledgerCommit) {}

    /**
     * What an execution about a portfolio begins with, of one moment.
     *
     * @param portfolios as {@link #open} tells them
     * @param pack the newest pack, not superseded, dated at or before the day asked for, whatever its status
     */
    record Beginning(List<Opened> portfolios, Optional<PricingPack> pack) {
        public Beginning {
            portfolios = List.copyOf(portfolios);
        }
    }

    /** Ids of a portfolio and its owner: what a job needs to work as the owner. */
    record Owned(UUID portfolioId, UUID userId) {}

    /**
     * The named portfolio of this user, or without a name the user's portfolios, in one round trip: none, one, or two, which means
     * two or more.
     */
    List<Opened> open(UUID userId, Optional<UUID> portfolioId);

    /** The same with the newest pack at or before {@code day}, or the newest of all, in one round trip. */
    Beginning begin(UUID userId, Optional<UUID> portfolioId, Optional<LocalDate> day);

    Optional<Portfolio> find(UUID userId, UUID id);

    /** By name. */
    List<Portfolio> of(UUID userId);

    /** Stores the portfolio and, if need be, its user; an id that is there already is left as it is. */
    void register(Portfolio portfolio);

    /** Gives it another name; false when the user has another portfolio of that name. */
    boolean rename(UUID userId, UUID id, String name);

    /** Every portfolio of every user, oldest first: for jobs, which then read each as its owner. */
    List<Owned> owned();
}
