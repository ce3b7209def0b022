package io.dawsos.testing;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small ledger built in code, booked first in, first out. Call the methods by date; {@link #on} sets the day. */
public final class TestingJournal {

    /** Forty digits, as a commit has. */
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private record Open(
            int lot, LocalDate acquired, LocalDate from, BigDecimal quantity, BigDecimal cost, BigDecimal fx) {}

    private record Balance(LocalDate from, BigDecimal amount) {}

    private final Currency base;
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private final List<LotPeriod> periods = new ArrayList<>();
    private final List<CashPeriod> cashPeriods = new ArrayList<>();
    private final SortedMap<String, List<Open>> open = new TreeMap<>();
    private final SortedMap<String, Currency> currencies = new TreeMap<>();
    private final SortedMap<String, Balance> balances = new TreeMap<>();
    private LocalDate day = LocalDate.MIN;
    private int lots;

    public TestingJournal(String base) {
        this.base = Currency.getInstance(base);
    }

    public TestingJournal on(String date) {
        return on(LocalDate.parse(date));
    }

    public TestingJournal on(LocalDate date) {
        day = date;
        return this;
    }

    public TestingJournal deposit(String currency, String amount) {
        return add(TransactionKind.DEPOSIT, Optional.empty(), cash(currency, amount));
    }

    public TestingJournal withdraw(String currency, String amount) {
        return add(TransactionKind.WITHDRAWAL, Optional.empty(), cash(currency, "-" + amount));
    }

    public TestingJournal fee(String currency, String amount) {
        return add(TransactionKind.FEE, Optional.empty(), cash(currency, "-" + amount));
    }

    public TestingJournal interest(String currency, String amount) {
        return add(
                TransactionKind.INCOME,
                Optional.empty(),
                Facts.NONE.paying(new BigDecimal(amount)),
                cash(currency, amount));
    }

    /** Gives {@code given} of {@code from} for {@code taken} of {@code to}. */
    public TestingJournal convert(String from, String given, String to, String taken) {
        return add(TransactionKind.CONVERSION, Optional.empty(), cash(to, taken), cash(from, "-" + given));
    }

    public TestingJournal buy(
            String symbol, String currency, String quantity, String price, String commission, String fx) {
        BigDecimal units = new BigDecimal(quantity);
        BigDecimal unitPrice = new BigDecimal(price);
        currencies.put(symbol, Currency.getInstance(currency));
        open.computeIfAbsent(symbol, name -> new ArrayList<>())
                .add(new Open(++lots, day, day, units, unitPrice, new BigDecimal(fx)));
        BigDecimal paid =
                units.multiply(unitPrice).add(new BigDecimal(commission)).negate();
        return add(
                TransactionKind.BUY,
                Optional.of(symbol),
                new Facts(units, Optional.of(unitPrice), Optional.of(new BigDecimal(fx)), new BigDecimal(commission)),
                new CashChange(Currency.getInstance(currency), paid));
    }

    public TestingJournal sell(String symbol, String quantity, String price, String commission) {
        BigDecimal units = new BigDecimal(quantity);
        List<Open> left = new ArrayList<>();
        BigDecimal wanted = units;
        BigDecimal cost = BigDecimal.ZERO;
        for (Open lot : open.getOrDefault(symbol, List.of())) {
            BigDecimal taken = lot.quantity().min(wanted);
            wanted = wanted.subtract(taken);
            if (taken.signum() == 0) {
                left.add(lot);
                continue;
            }
            end(symbol, lot);
            cost = cost.add(taken.multiply(lot.cost()));
            BigDecimal rest = lot.quantity().subtract(taken);
            if (rest.signum() > 0) {
                left.add(new Open(lot.lot(), lot.acquired(), day, rest, lot.cost(), lot.fx()));
            }
        }
        if (wanted.signum() > 0) {
            throw new IllegalArgumentException("Sells " + wanted + " " + symbol + " more than are held");
        }
        open.put(symbol, left);
        BigDecimal received = units.multiply(new BigDecimal(price)).subtract(new BigDecimal(commission));
        Facts facts = new Facts(
                units.negate(), Optional.of(new BigDecimal(price)), Optional.empty(), new BigDecimal(commission));
        return add(
                TransactionKind.SELL,
                Optional.of(symbol),
                facts.realizing(units.multiply(new BigDecimal(price)).subtract(cost)),
                new CashChange(currency(symbol), received));
    }

    /** Without tax and without an ex-date. */
    public TestingJournal dividend(String symbol, String net) {
        BigDecimal amount = new BigDecimal(net);
        return add(
                TransactionKind.DIVIDEND,
                Optional.of(symbol),
                Facts.NONE.paying(amount),
                new CashChange(currency(symbol), amount));
    }

    /** Puts {@code ratio} new units in place of each old one. */
    public TestingJournal split(String symbol, int ratio) {
        BigDecimal times = BigDecimal.valueOf(ratio);
        List<Open> after = new ArrayList<>();
        BigDecimal gained = BigDecimal.ZERO;
        for (Open lot : open.getOrDefault(symbol, List.of())) {
            end(symbol, lot);
            gained = gained.add(lot.quantity().multiply(times.subtract(BigDecimal.ONE)));
            after.add(new Open(
                    lot.lot(),
                    lot.acquired(),
                    day,
                    lot.quantity().multiply(times),
                    lot.cost().divide(times),
                    lot.fx()));
        }
        open.put(symbol, after);
        return add(
                TransactionKind.SPLIT,
                Optional.of(symbol),
                new Facts(gained, Optional.empty(), Optional.empty(), BigDecimal.ZERO));
    }

    public LedgerBook book() {
        List<LotPeriod> allLots = new ArrayList<>(periods);
        open.forEach((symbol, lotsOf) -> lotsOf.forEach(lot -> allLots.add(period(symbol, lot, Optional.empty()))));
        allLots.sort(Comparator.comparing(LotPeriod::symbol)
                .thenComparing(LotPeriod::lot)
                .thenComparing(LotPeriod::from));
        List<CashPeriod> allCash = new ArrayList<>(cashPeriods);
        balances.forEach((code, balance) -> allCash.add(
                new CashPeriod(Currency.getInstance(code), balance.from(), Optional.empty(), balance.amount())));
        allCash.sort(
                Comparator.comparing((CashPeriod period) -> period.currency().getCurrencyCode())
                        .thenComparing(CashPeriod::from));
        return new LedgerBook(COMMIT, "main.beancount", base, transactions, allLots, allCash);
    }

    private Currency currency(String symbol) {
        return Optional.ofNullable(currencies.get(symbol))
                .orElseThrow(() -> new IllegalArgumentException(symbol + " was never bought"));
    }

    private static CashChange cash(String currency, String amount) {
        return new CashChange(Currency.getInstance(currency), new BigDecimal(amount));
    }

    /** What an entry says beside its cash. */
    private record Facts(
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Optional<BigDecimal> fxRate,
            BigDecimal commission,
            BigDecimal gross,
            BigDecimal realizedGain) {
        static final Facts NONE = new Facts(BigDecimal.ZERO, Optional.empty(), Optional.empty(), BigDecimal.ZERO);

        Facts(BigDecimal quantity, Optional<BigDecimal> price, Optional<BigDecimal> fxRate, BigDecimal commission) {
            this(quantity, price, fxRate, commission, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        Facts paying(BigDecimal amount) {
            return new Facts(quantity, price, fxRate, commission, amount, realizedGain);
        }

        Facts realizing(BigDecimal gain) {
            return new Facts(quantity, price, fxRate, commission, gross, gain);
        }
    }

    private TestingJournal add(TransactionKind kind, Optional<String> symbol, CashChange... cash) {
        return add(kind, symbol, Facts.NONE, cash);
    }

    private TestingJournal add(TransactionKind kind, Optional<String> symbol, Facts facts, CashChange... cash) {
        for (CashChange change : cash) {
            change(change);
        }
        int number = transactions.size();
        transactions.add(new LedgerTransaction(
                "main.beancount:" + (number + 1),
                number,
                day,
                kind,
                kind.name(),
                symbol,
                facts.quantity(),
                facts.price(),
                symbol.map(this::currency).orElseGet(() -> cash[0].currency()),
                facts.fxRate(),
                facts.commission(),
                facts.gross(),
                BigDecimal.ZERO,
                facts.realizedGain(),
                Optional.empty(),
                Optional.empty(),
                List.of(cash),
                List.of(),
                Optional.empty()));
        return this;
    }

    private void change(CashChange change) {
        String code = change.currency().getCurrencyCode();
        Balance before = balances.getOrDefault(code, new Balance(day, BigDecimal.ZERO));
        if (before.from().isBefore(day)) {
            cashPeriods.add(new CashPeriod(change.currency(), before.from(), Optional.of(day), before.amount()));
        }
        balances.put(code, new Balance(day, before.amount().add(change.amount())));
    }

    private void end(String symbol, Open lot) {
        if (lot.from().isBefore(day)) {
            periods.add(period(symbol, lot, Optional.of(day)));
        }
    }

    private LotPeriod period(String symbol, Open lot, Optional<LocalDate> until) {
        return new LotPeriod(
                lot.lot(),
                symbol,
                lot.acquired(),
                lot.from(),
                until,
                lot.quantity(),
                lot.cost(),
                currency(symbol),
                lot.fx());
    }
}
