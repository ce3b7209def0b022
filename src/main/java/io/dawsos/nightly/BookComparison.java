package io.dawsos.nightly;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.Discrepancy.Kind;
import io.dawsos.nightly.StoredBook.Held;
import io.dawsos.nightly.StoredBook.Unvalued;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares what the database holds with a ledger booked anew. Quantities agree exactly; cost and cash within 0.01; values, computed on both
 * sides with the same prices and rates, within 1 bp of the ledger's. Where the pack lacks a price or a rate, both sides must lack a value for the
 * same reason; that is told in {@link #unvalued}.
 */
final class BookComparison {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal ONE_BP = BigDecimal.ONE;
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private final StoredBook stored;
    private final LocalDate day;
    private final Currency base;
    private final BookedValue booked;
    private final List<Discrepancy> found = new ArrayList<>();
    private List<String> unvalued = List.of();
    private BigDecimal maxErrorBps = BigDecimal.ZERO;

    BookComparison(StoredBook stored, LedgerBook ledger, PriceBook prices) {
        this.stored = stored;
        this.day = prices.date();
        this.base = stored.portfolio().base();
        this.booked = new BookedValue(ledger, prices);
    }

    /** To be called once. */
    List<Discrepancy> compare() {
        symbols().forEach(this::position);
        currencies().forEach(this::balance);
        total();
        return found;
    }

    /** Securities and currencies of either side. */
    int compared() {
        return symbols().size() + currencies().size();
    }

    /** Largest difference of values that were there on both sides. */
    BigDecimal maxErrorBps() {
        return maxErrorBps;
    }

    /** What the pack lacks, so that the portfolio rightly has no value to compare; empty when it has one. */
    List<String> unvalued() {
        return unvalued;
    }

    private SortedSet<String> symbols() {
        SortedSet<String> symbols = new TreeSet<>(booked.positions().keySet());
        symbols.addAll(stored.positions().keySet());
        return symbols;
    }

    private SortedSet<String> currencies() {
        SortedSet<String> currencies = new TreeSet<>(booked.cash().keySet());
        currencies.addAll(stored.cash().keySet());
        return currencies;
    }

    private void position(String symbol) {
        Optional<Held> database = Optional.ofNullable(stored.positions().get(symbol));
        Optional<Held> ledger = Optional.ofNullable(booked.positions().get(symbol));
        if (database.isEmpty() || ledger.isEmpty()) {
            String where =
                    database.isEmpty() ? "the ledger and not in the database" : "the database and not in the ledger";
            found.add(new Discrepancy(
                    symbol,
                    Kind.MISSING_POSITION,
                    database.map(Held::quantity),
                    ledger.map(Held::quantity),
                    Optional.empty(),
                    "It is held in " + where));
            return;
        }
        Held mine = database.orElseThrow();
        Held theirs = ledger.orElseThrow();
        if (mine.quantity().compareTo(theirs.quantity()) != 0) {
            add(symbol, Kind.QUANTITY_MISMATCH, mine.quantity(), theirs.quantity(), "Units differ");
        }
        if (differ(mine.cost(), theirs.cost())) {
            add(
                    symbol,
                    Kind.COST_MISMATCH,
                    mine.cost(),
                    theirs.cost(),
                    "Cost in " + base + " differs by more than 0.01");
        }
        booked.unit(symbol)
                .ifPresent(unit -> value(
                        symbol,
                        mine.quantity().multiply(unit),
                        theirs.quantity().multiply(unit)));
    }

    private void balance(String currency) {
        BigDecimal mine = stored.cash().getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal theirs = booked.cash().getOrDefault(currency, BigDecimal.ZERO);
        if (differ(mine, theirs)) {
            add(currency, Kind.CASH_MISMATCH, mine, theirs, "Cash differs by more than 0.01");
        }
    }

    private void total() {
        List<String> missing =
                booked.missing(stored.unvalued().map(Unvalued::lastValued).orElse(Optional.of(day)));
        if (!missing.isEmpty()) {
            withoutValue(missing);
        } else if (stored.value().isPresent()) {
            value(Discrepancy.TOTAL, stored.value().orElseThrow(), booked.total());
        } else if (stored.unvalued().isPresent() || booked.total().signum() != 0) {
            String reason = stored.unvalued()
                    .map(lack -> ": it lacks " + names(lack.missing()) + ", and the pack has what the ledger needs")
                    .orElse("");
            total(Optional.of(booked.total()), "The database has no value of the day under this pack" + reason);
        }
    }

    /** The ledger has no value: then the database has none either, and for the same reason. */
    private void withoutValue(List<String> missing) {
        if (stored.value().isPresent()) {
            total(Optional.empty(), "The database has a value of the day, though the pack lacks " + names(missing));
        } else if (stored.unvalued().isEmpty()) {
            total(
                    Optional.empty(),
                    "The database has neither a value of the day under this pack nor a reason; it lacks "
                            + names(missing));
        } else if (!new TreeSet<>(missing)
                .equals(new TreeSet<>(stored.unvalued().orElseThrow().missing()))) {
            total(
                    Optional.empty(),
                    "The day has no value in the database for want of "
                            + names(stored.unvalued().orElseThrow().missing()) + ", by the ledger for want of "
                            + names(missing));
        } else {
            unvalued = missing;
        }
    }

    private static String names(List<String> missing) {
        return String.join(", ", missing);
    }

    private void total(Optional<BigDecimal> ledger, String details) {
        found.add(new Discrepancy(
                Discrepancy.TOTAL, Kind.VALUATION_MISMATCH, stored.value(), ledger, Optional.empty(), details));
    }

    private void value(String account, BigDecimal database, BigDecimal ledger) {
        Optional<BigDecimal> error = errorBps(database, ledger);
        maxErrorBps = error.filter(bps -> bps.compareTo(maxErrorBps) > 0).orElse(maxErrorBps);
        boolean agree = error.map(bps -> bps.compareTo(ONE_BP) <= 0).orElse(database.signum() == 0);
        if (!agree) {
            add(account, Kind.VALUATION_MISMATCH, database, ledger, "Value in " + base + " differs by more than 1 bp");
        }
    }

    private void add(String account, Kind kind, BigDecimal database, BigDecimal ledger, String details) {
        found.add(new Discrepancy(
                account, kind, Optional.of(database), Optional.of(ledger), errorBps(database, ledger), details));
    }

    private static boolean differ(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(CENT) > 0;
    }

    /** |database - ledger| / |ledger| x 10,000; empty for a ledger at zero. */
    private static Optional<BigDecimal> errorBps(BigDecimal database, BigDecimal ledger) {
        return ledger.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        database.subtract(ledger).abs().multiply(BPS).divide(ledger.abs(), MathContext.DECIMAL64));
    }
}
