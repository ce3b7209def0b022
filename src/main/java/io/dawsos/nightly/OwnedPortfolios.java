package io.dawsos.nightly;

import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every portfolio there is, owner by owner: jobs work as the owner, one round trip an owner. */
final class OwnedPortfolios {

    private OwnedPortfolios() {}

    /** The owners, in order of their oldest portfolio. */
    static Set<UUID> owners(Portfolios portfolios) {
        Set<UUID> owners = new LinkedHashSet<>();
        portfolios.owned().forEach(owned -> owners.add(owned.userId()));
        return owners;
    }

    static List<Portfolio> all(Portfolios portfolios) {
        return owners(portfolios).stream()
                .flatMap(owner -> portfolios.of(owner).stream())
                .toList();
    }
}
