package io.dawsos.nightly;

import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.money.FxRate;
import io.dawsos.nightly.Discrepancy.Kind;
import io.dawsos.nightly.StoredBook.Held;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what the database holds with a ledger booked anew. Quantities agree exactly; cost and cash within 0.01; values, computed on both
 * sides with the same prices and rates, within 1 bp of the ledger's. What the pack cannot value is not
 * compared by value.
 */
final class BookComparison {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal ONE_BP = BigDecimal.ONE;
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private final StoredBook stored;
    private final PriceBook prices;
    private final Currency base;
    private final SortedMap<String, Held> booked;
    private final SortedMap<String, BigDecimal> bookedCash;
    private final List<Discrepancy> found = new ArrayList<>();
    private BigDecimal maxErrorBps = BigDecimal.ZERO;

    BookComparison(StoredBook stored, LedgerBook ledger, PriceBook prices) {
        this.stored = stored;
        this.prices = prices;
        this.base = stored.portfolio().base();
        this.booked = positions(ledger, prices.date());
        this.bookedCash = cash(ledger, prices.date());
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

    private SortedSet<String> symbols() {
        SortedSet<String> symbols = new TreeSet<>(booked.keySet());
        symbols.addAll(stored.positions().keySet());
        return symbols;
    }

    private SortedSet<String> currencies() {
        SortedSet<String> currencies = new TreeSet<>(bookedCash.keySet());
        currencies.addAll(stored.cash().keySet());
        return currencies;
    }

    private void position(String symbol) {
        Optional<Held> database = Optional.ofNullable(stored.positions().get(symbol));
        Optional<Held> ledger = Optional.ofNullable(booked.get(symbol));
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
        unitValue(symbol)
                .ifPresent(unit -> value(
                        symbol,
                        mine.quantity().multiply(unit),
                        theirs.quantity().multiply(unit)));
    }

    private void balance(String currency) {
        BigDecimal mine = stored.cash().getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal theirs = bookedCash.getOrDefault(currency, BigDecimal.ZERO);
        if (differ(mine, theirs)) {
            add(currency, Kind.CASH_MISMATCH, mine, theirs, "Cash differs by more than 0.01");
        }
    }

    private void total() {
        Optional<BigDecimal> whole = bookedValue();
        if (whole.isEmpty()) {
            return; // what the pack cannot value makes the total undefined, on both sides
        }
        BigDecimal ledger = whole.orElseThrow();
        if (stored.value().isPresent()) {
            value(Discrepancy.TOTAL, stored.value().orElseThrow(), ledger);
        } else if (ledger.signum() != 0) {
            found.add(new Discrepancy(
                    Discrepancy.TOTAL,
                    Kind.VALUATION_MISMATCH,
                    Optional.empty(),
                    Optional.of(ledger),
                    Optional.empty(),
                    "The database has no value of the day under this pack"));
        }
    }

    private Optional<BigDecimal> bookedValue() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Held> position : booked.entrySet()) {
            Optional<BigDecimal> unit = unitValue(position.getKey());
            if (unit.isEmpty()) {
                return unit;
            }
            sum = sum.add(position.getValue().quantity().multiply(unit.orElseThrow()));
        }
        for (Map.Entry<String, BigDecimal> cash : bookedCash.entrySet()) {
            Optional<FxRate> rate = prices.fx(Currency.getInstance(cash.getKey()), base);
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(cash.getValue().multiply(rate.orElseThrow().rate()));
        }
        return Optional.of(sum);
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

    private Optional<BigDecimal> unitValue(String symbol) {
        return prices.price(symbol)
                .flatMap(price -> prices.fx(price.currency(), base)
                        .map(rate -> price.close().multiply(rate.rate())));
    }

    private static SortedMap<String, Held> positions(LedgerBook ledger, LocalDate day) {
        SortedMap<String, Held> positions = new TreeMap<>();
        for (LotPeriod lot : ledger.lots()) {
            if (covers(lot.from(), lot.until(), day)) {
                positions.merge(lot.symbol(), new Held(lot.quantity(), lot.costBase()), Held::plus);
            }
        }
        return positions;
    }

    private static SortedMap<String, BigDecimal> cash(LedgerBook ledger, LocalDate day) {
        SortedMap<String, BigDecimal> cash = new TreeMap<>();
        for (CashPeriod period : ledger.cash()) {
            if (covers(period.from(), period.until(), day)) {
                cash.merge(period.currency().getCurrencyCode(), period.amount(), BigDecimal::add);
            }
        }
        return cash;
    }

    private static boolean covers(LocalDate from, Optional<LocalDate> until, LocalDate day) {
        return !from.isAfter(day) && until.filter(end -> !end.isAfter(day)).isEmpty();
    }
}
