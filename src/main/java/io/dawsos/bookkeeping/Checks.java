package io.dawsos.bookkeeping;

import io.dawsos.execution.JsonMembers;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.JournalText;
import io.dawsos.pattern.Words;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.portfolio.Security;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the readers of instructions check alike. What is wrong is added to the members' violations. */
final class Checks {

    private static final int LONGEST_SYMBOL = 24;
    private static final int LONGEST_NOTES = 1000;

    private final Sources sources;
    private final Rates rates;

    Checks(Sources sources) {
        this.sources = sources;
        this.rates = new Rates(sources.packs());
    }

    Sources sources() {
        return sources;
    }

    /** The caller's portfolio; without it nothing else can be checked, and another's looks like none. */
    Portfolio portfolio(JsonMembers members, Caller caller) {
        Optional<UUID> id = members.uuid("portfolio_id");
        if (id.isEmpty()) {
            members.throwIfAny();
        }
        return portfolio(id.orElseThrow(), caller).portfolio();
    }

    Portfolios.Opened portfolio(UUID id, Caller caller) {
        return sources.portfolios().open(caller.userId(), Optional.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> {
                    sources.audit()
                            .append(AuditEntries.of(
                                    caller,
                                    Optional.empty(),
                                    "portfolio_refused",
                                    Map.of("portfolio_id", id),
                                    sources.clock()));
                    return new Failure(FailureReason.PORTFOLIO_NOT_FOUND, "Portfolio " + id + " not found");
                });
    }

    Optional<Security> security(JsonMembers members) {
        Optional<String> symbol = members.text("symbol", LONGEST_SYMBOL);
        Optional<Security> security = symbol.flatMap(sources.securities()::find);
        if (symbol.isPresent() && security.isEmpty()) {
            members.violation("symbol", Words.quoted(symbol.get()) + " is not in the security master");
        }
        return security;
    }

    /** The currency, which must be the one that the security trades in. */
    Optional<Currency> currency(JsonMembers members, Optional<Security> security) {
        Optional<Currency> currency = members.currency("currency");
        security.filter(known -> currency.filter(stated -> !stated.equals(known.currency()))
                        .isPresent())
                .ifPresent(known -> members.violation(
                        "currency", known.symbol() + " is in " + known.currency() + ", not " + currency.orElseThrow()));
        return currency;
    }

    /** A day on which something has happened: not in the future, and not before accounts can be open. */
    Optional<LocalDate> past(JsonMembers members, String name) {
        LocalDate today = LocalDate.now(sources.clock());
        return members.day(name).filter(day -> {
            if (day.isAfter(today)) {
                members.violation(name, name + " " + day + " lies in the future; today is " + today);
            } else if (day.isBefore(JournalText.OPENED)) {
                members.violation(name, name + " " + day + " lies before " + JournalText.OPENED);
            }
            return !day.isAfter(today) && !day.isBefore(JournalText.OPENED);
        });
    }

    /** An amount of money: positive, in whole cents. */
    static Optional<BigDecimal> amount(JsonMembers members, String name, Optional<Currency> currency) {
        return currency.map(known -> members.positive(name, Money.places(known), "an amount of " + known))
                .orElseGet(() -> members.positive(name));
    }

    /** Money that was charged: in whole cents; nothing when it is not stated. */
    static BigDecimal charge(JsonMembers members, String name, Optional<Currency> currency) {
        return currency.map(known -> members.notNegative(name, Money.places(known), "an amount of " + known))
                .orElseGet(() -> members.notNegative(name))
                .orElse(BigDecimal.ZERO);
    }

    void base(JsonMembers members, Portfolio portfolio) {
        members.currency("base_currency")
                .filter(stated -> !stated.equals(portfolio.base()))
                .ifPresent(stated -> members.violation(
                        "base_currency", "the portfolio is kept in " + portfolio.base() + ", not " + stated));
    }

    /** The rate that is stated, else that of the pack; a violation when there is neither. */
    Optional<Fx> fx(
            JsonMembers members,
            String name,
            Optional<Currency> currency,
            Optional<LocalDate> day,
            Portfolio portfolio) {
        Optional<BigDecimal> stated = members.positive(name);
        if (currency.isEmpty() || day.isEmpty() || (members.has(name) && stated.isEmpty())) {
            return Optional.empty();
        }
        Currency base = portfolio.base();
        if (currency.get().equals(base)) {
            if (stated.filter(rate -> rate.compareTo(BigDecimal.ONE) != 0).isPresent()) {
                members.violation(name, name + " must be 1 or left out: " + base + " is the base currency");
            }
            return Optional.of(Fx.ONE);
        }
        if (stated.isPresent()) {
            return stated.map(Fx::stated);
        }
        Optional<Fx> found = rates.find(currency.get(), base, day.get());
        if (found.isEmpty()) {
            members.violation(
                    name,
                    "No pricing pack of " + day.get() + " or the week before has a rate of " + currency.get() + " in "
                            + base + "; state " + name + ", the units of " + base + " for 1 " + currency.get());
        }
        return found;
    }

    Optional<String> notes(JsonMembers members) {
        return members.text("notes", LONGEST_NOTES);
    }

    /** So many weekdays after the day. */
    static LocalDate weekdaysAfter(LocalDate day, int days) {
        LocalDate settled = day;
        for (int left = days; left > 0; ) {
            settled = settled.plusDays(1);
            boolean weekend =
                    settled.getDayOfWeek() == DayOfWeek.SATURDAY || settled.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= weekend ? 0 : 1;
        }
        return settled;
    }

    LedgerWrite write(Caller caller, Portfolio portfolio, Instruction instruction) {
        return new LedgerWrite(caller, portfolio, sources.ids().get().toString(), instruction);
    }
}
