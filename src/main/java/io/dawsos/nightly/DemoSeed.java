package io.dawsos.nightly;

import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.SecurityStore;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What the shipped demo needs in the database before its first night: one user, one portfolio, the securities. Changes nothing that is there. */
public final class DemoSeed {

    /** The development user. */
    public static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");

    /** The development user's only portfolio. */
    public static final Portfolio PORTFOLIO = new Portfolio(
            UUID.fromString("11111111-1111-1111-1111-111111111111"),
            USER,
            "Main portfolio (CAD)",
            Currency.getInstance("CAD"),
            "main.beancount");

    private final Portfolios portfolios;
    private final SecurityStore securities;

    public DemoSeed(Portfolios portfolios, SecurityStore securities) {
        this.portfolios = portfolios;
        this.securities = securities;
    }

    public void register(List<Security> known) {
        portfolios.register(PORTFOLIO);
        securities.add(known);
    }
}
