package io.dawsos;

import io.dawsos.portfolio.Portfolio;
import java.util.Currency;
import java.util.UUID;

/** Somebody else, who has a portfolio too. */
final class Foreigner {

    static final UUID ID = UUID.fromString("00000000-0000-0000-0000-0000000000ff");

    private Foreigner() {}

    /** His portfolio, there from the first time it is asked for. */
    static UUID portfolioIn(TestingService service) {
        UUID portfolio = UUID.fromString("22222222-2222-2222-2222-222222222222");
        service.service()
                .wiring()
                .database
                .portfolios()
                .register(new Portfolio(portfolio, ID, "Foreign", Currency.getInstance("EUR"), "foreign.beancount"));
        return portfolio;
    }
}
