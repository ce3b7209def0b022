package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.SecurityStore;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Fills an empty database with the shipped demo: one user, one portfolio, three years. On a filled one it changes nothing. */
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
    private final Nightly nightly;

    public DemoSeed(Portfolios portfolios, SecurityStore securities, Nightly nightly) {
        this.portfolios = portfolios;
        this.securities = securities;
        this.nightly = nightly;
    }

    /**
     * Registers the portfolio and runs the chain of the night over the days of the demo market.
     *
     * @param book the journal of {@link #PORTFOLIO}
     */
    public void run(List<Security> known, LedgerBook book, LocalDate first, LocalDate last) {
        portfolios.register(PORTFOLIO);
        securities.add(known);
        nightly.run(first, last, List.of(new Nightly.Booked(PORTFOLIO, book)));
    }
}
