package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Place;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Which accounts are open for what, and what they hold; checks balance assertions. */
final class AccountBook {

    private static final class Account {
        private final Directive.Open open;
        private Optional<LocalDate> closed = Optional.empty();
        private final Map<String, BigDecimal> units = new LinkedHashMap<>();

        Account(Directive.Open open) {
            this.open = open;
        }
    }

    private final NavigableMap<String, Account> accounts = new TreeMap<>();
    private final Faults faults;

    AccountBook(Faults faults) {
        this.faults = faults;
    }

    void open(Directive.Open open) {
        Account known = accounts.putIfAbsent(open.account(), new Account(open));
        if (known != null) {
            faults.add(open.place(), "account " + open.account() + " is opened at " + known.open.place() + " already");
        }
    }

    void close(Directive.Close close) {
        Account account = accounts.get(close.account());
        if (account == null) {
            faults.add(close.place(), "account " + close.account() + " was never opened");
        } else if (account.closed.isPresent()) {
            faults.add(close.place(), "account " + close.account() + " is closed already");
        } else {
            account.closed = Optional.of(close.date());
        }
    }

    /** Adds units to an account that is open on the day and may hold them; else it is a fault. */
    void add(Place place, String name, Quantity units, LocalDate day) {
        require(place, name, day).ifPresent(account -> {
            requireAllowed(place, account.open, units.commodity());
            account.units.merge(units.commodity(), units.number(), BigDecimal::add);
        });
    }

    void check(Directive.Balance balance) {
        String name = balance.account();
        String commodity = balance.expected().commodity();
        Optional<Account> account = require(balance.place(), name, balance.date());
        if (account.isEmpty()) {
            return;
        }
        requireAllowed(balance.place(), account.get().open, commodity);
        BigDecimal held = heldBelow(name, commodity);
        BigDecimal expected = balance.expected().number();
        BigDecimal tolerance = balance.tolerance().orElse(Tolerances.halfOfLastDigit(expected));
        if (held.subtract(expected).abs().compareTo(tolerance) > 0) {
            faults.add(
                    balance.place(),
                    name + " holds " + Plain.text(held) + " " + commodity + " at the start of " + balance.date()
                            + ", not " + balance.expected() + " (difference "
                            + Plain.text(held.subtract(expected)) + ", tolerance " + Plain.text(tolerance) + ")");
        }
    }

    private BigDecimal heldBelow(String name, String commodity) {
        BigDecimal own = Optional.ofNullable(accounts.get(name))
                .map(account -> account.units.getOrDefault(commodity, BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
        // ';' follows ':' in the order of characters, so this range is all sub-accounts
        return accounts.subMap(name + ":", name + ";").values().stream()
                .map(account -> account.units.getOrDefault(commodity, BigDecimal.ZERO))
                .reduce(own, BigDecimal::add);
    }

    private Optional<Account> require(Place place, String name, LocalDate day) {
        Optional<Account> account = Optional.ofNullable(accounts.get(name));
        if (account.isEmpty()) {
            faults.add(place, "account " + name + " is not open on " + day + "; add '" + day + " open " + name + "'");
        } else if (account.get().closed.filter(closed -> closed.isBefore(day)).isPresent()) {
            faults.add(
                    place,
                    "account " + name + " was closed on " + account.get().closed.get());
        }
        return account;
    }

    private void requireAllowed(Place place, Directive.Open open, String commodity) {
        List<String> allowed = open.commodities();
        if (!allowed.isEmpty() && !allowed.contains(commodity)) {
            faults.add(
                    place,
                    "account " + open.account() + " may hold " + String.join(", ", allowed) + ", not " + commodity
                            + " (opened at " + open.place() + ")");
        }
    }
}
