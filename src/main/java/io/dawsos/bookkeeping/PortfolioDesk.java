package io.dawsos.bookkeeping;

import io.dawsos.execution.JsonMembers;
import io.dawsos.execution.RequestReader;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.pattern.Words;
import io.dawsos.portfolio.LedgerRecords.PaidDividend;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Portfolios as their owners make, see and name them. */
public final class PortfolioDesk {

    private static final int LONGEST_NAME = 255;

    private final Checks checks;

    public PortfolioDesk(Sources sources) {
        this.checks = new Checks(sources);
    }

    /** Reads {@code POST /v1/portfolios}; throws {@link Failure} INVALID_JSON or VALIDATION_FAILED. */
    public LedgerWrite create(byte[] body, Caller caller) {
        JsonMembers members = JsonMembers.of(
                body,
                "{\"name\": \"Savings\", \"base_currency\": \"CAD\"}",
                List.of("name", "base_currency"),
                List.of("booking_method"));
        Optional<String> name = members.text("name", LONGEST_NAME);
        Optional<Currency> base = members.currency("base_currency");
        Optional<NewPortfolio.BookingMethod> method =
                members.choice("booking_method", NewPortfolio.BookingMethod.class);
        members.throwIfAny();
        UUID id = checks.sources().ids().get();
        Portfolio portfolio =
                new Portfolio(id, caller.userId(), name.orElseThrow(), base.orElseThrow(), NewPortfolio.path(id));
        return checks.write(caller, portfolio, new NewPortfolio(method.orElse(NewPortfolio.BookingMethod.FIFO)));
    }

    /** The caller's portfolio; throws {@link Failure} PORTFOLIO_NOT_FOUND, also for one of somebody else. */
    public Portfolios.Opened find(String id, Caller caller) {
        return checks.portfolio(RequestReader.uuid(id).orElseThrow(() -> PortfolioDesk.unknown(id)), caller);
    }

    /** A dividend of the portfolio's ledger, with its amounts in base currency at the rate of its pay date. */
    public Map<String, Object> view(PaidDividend dividend, Portfolio portfolio) {
        return new DividendViews(new Rates(checks.sources().packs())).view(dividend, portfolio);
    }

    /** The one that is named, else the caller's only one. */
    public Portfolios.Opened chosen(Optional<String> id, Caller caller) {
        if (id.isPresent()) {
            return find(id.get(), caller);
        }
        List<Portfolios.Opened> all = checks.sources().portfolios().open(caller.userId(), Optional.empty());
        if (all.size() > 1) {
            throw Failure.invalid(List.of(new Violation(
                    "/portfolio_id",
                    "portfolio_id is missing, and you have more than one; GET /v1/portfolios lists them")));
        }
        return all.stream()
                .findFirst()
                .orElseThrow(() -> new Failure(FailureReason.PORTFOLIO_NOT_FOUND, "You have no portfolio yet"));
    }

    /** {@code PATCH /v1/portfolios/{id}}: another name; audited. */
    public Portfolios.Opened rename(byte[] body, String id, Caller caller) {
        JsonMembers members = JsonMembers.of(body, "{\"name\": \"Savings\"}", List.of("name"), List.of());
        Optional<String> name = members.text("name", LONGEST_NAME);
        Portfolios.Opened opened = find(id, caller);
        members.throwIfAny();
        Sources sources = checks.sources();
        Map<String, Object> details = new TreeMap<>();
        details.put("from", opened.portfolio().name());
        details.put("to", name.orElseThrow());
        sources.audit()
                .append(AuditEntries.of(
                        caller, Optional.of(opened.portfolio().id()), "portfolio_renamed", details, sources.clock()));
        if (!sources.portfolios().rename(caller.userId(), opened.portfolio().id(), name.orElseThrow())) {
            throw Failure.invalid(List.of(new Violation("/name", "You have a portfolio of this name already")));
        }
        return find(id, caller);
    }

    private static Failure unknown(String id) {
        return new Failure(FailureReason.PORTFOLIO_NOT_FOUND, "Portfolio " + Words.harmless(id) + " not found");
    }
}
