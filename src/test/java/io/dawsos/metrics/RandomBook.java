package io.dawsos.metrics;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A random portfolio, its ledger and its packs, with its own plain account of every day beside them: values and flows in {@code double},
 * kept without any class under test.
 */
public final class RandomBook {

    /** What one holding did in one day, in its own currency. */
    record Move(double start, double flow, double end, double rateBefore, double rate) {}

    /** What happened on one pack day: value, external flow in base, what conversions gained, and the moves by holding. */
    record Day(
            LocalDate date,
            double value,
            double flow,
            SortedMap<String, Double> execution,
            SortedMap<String, Move> moves) {}

    private record Deal(String from, double given, String to, double taken) {}

    static final List<String> CURRENCIES = List.of("CAD", "USD", "EUR");
    private static final List<String> SYMBOLS = List.of("RY.TO", "AAPL", "KO", "ASML.AS");

    private final Random random;
    private final TestingJournal journal = new TestingJournal("CAD");
    private final List<PriceBook> packs = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();
    private final SortedMap<String, Double> units = new TreeMap<>();
    private final SortedMap<String, Double> price = new TreeMap<>();
    private final SortedMap<String, Double> rate = new TreeMap<>();
    private final SortedMap<String, Double> before = new TreeMap<>();
    private final SortedMap<String, Double> flows = new TreeMap<>();
    private final List<Deal> deals = new ArrayList<>();
    private SortedMap<String, Double> ratesBefore = new TreeMap<>();
    private final SortedMap<String, Double> external = new TreeMap<>();

    public RandomBook(long seed, int count) {
        random = new Random(seed);
        for (String symbol : SYMBOLS) {
            price.put(symbol, 20 + random.nextDouble() * 200);
        }
        rate.put("CAD", 1.0);
        rate.put("USD", 1.36);
        rate.put("EUR", 1.47);
        LocalDate day = LocalDate.of(2024, 1, 2);
        journal.on(day);
        deposit("CAD", 300_000);
        deposit("USD", 100_000);
        deposit("EUR", 100_000);
        for (int i = 0; i < count; i++) {
            act(day, i);
            close(day);
            day = day.plusDays(1 + random.nextInt(3));
        }
    }

    public LedgerBook ledger() {
        return journal.book();
    }

    public List<PriceBook> packs() {
        return packs;
    }

    List<Day> days() {
        return days;
    }

    static String currencyOf(String holding) {
        return switch (holding) {
            case "AAPL", "KO" -> "USD";
            case "ASML.AS" -> "EUR";
            case "RY.TO" -> "CAD";
            default -> holding;
        };
    }

    private void act(LocalDate day, int number) {
        journal.on(day);
        for (int times = random.nextInt(3); times > 0; times--) {
            String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            switch (random.nextInt(number == 0 ? 2 : 9)) {
                case 0, 1, 2 -> buy(symbol);
                case 3 -> sell(symbol, random.nextBoolean() ? 1.0 : 0.5);
                case 4 -> dividend(symbol);
                case 5 -> deposit(currency, 1000 + random.nextInt(50_000));
                case 6 -> withdraw(currency);
                case 7 -> convert(currency);
                default -> feeInterestOrSplit(currency, symbol);
            }
        }
    }

    private void buy(String symbol) {
        String currency = currencyOf(symbol);
        double paid = round(price.getOrDefault(symbol, 0.0) * (0.99 + random.nextDouble() * 0.02));
        double quantity = 1 + random.nextInt(60);
        double cost = quantity * paid + 9.95;
        if (held(currency) < cost) {
            return;
        }
        journal.buy(symbol, currency, text(quantity), text(paid), "9.95", currency.equals("CAD") ? "1" : "1.3");
        move(symbol, quantity, cost);
        move(currency, -cost, -cost);
    }

    private void sell(String symbol, double part) {
        double quantity = Math.floor(held(symbol) * part);
        if (quantity < 1) {
            return;
        }
        double got = round(price.getOrDefault(symbol, 0.0) * (0.99 + random.nextDouble() * 0.02));
        double net = quantity * got - 4.95;
        journal.sell(symbol, text(quantity), text(got), "4.95");
        move(symbol, -quantity, -net);
        move(currencyOf(symbol), net, net);
    }

    private void dividend(String symbol) {
        double net = round(held(symbol) * 0.37);
        if (net > 0) {
            journal.dividend(symbol, text(net));
            move(symbol, 0, -net);
            move(currencyOf(symbol), net, net);
        }
    }

    private void deposit(String currency, double amount) {
        journal.deposit(currency, text(amount));
        move(currency, amount, amount);
        external.merge(currency, amount, Double::sum);
    }

    private void withdraw(String currency) {
        double amount = Math.floor(held(currency) / 3);
        if (amount > 0) {
            journal.withdraw(currency, text(amount));
            move(currency, -amount, -amount);
            external.merge(currency, -amount, Double::sum);
        }
    }

    private void convert(String to) {
        String from = to.equals("CAD") ? "USD" : "CAD";
        double given = Math.floor(held(from) / 4);
        if (given < 1) {
            return;
        }
        double cross = rate.getOrDefault(from, 0.0) / rate.getOrDefault(to, 1.0);
        double taken = round(given * cross * (0.995 + random.nextDouble() * 0.01));
        journal.convert(from, text(given), to, text(taken));
        move(from, -given, -given);
        move(to, taken, taken);
        deals.add(new Deal(from, given, to, taken));
    }

    private void feeInterestOrSplit(String currency, String symbol) {
        switch (random.nextInt(3)) {
            case 0 -> {
                journal.fee(currency, "25");
                move(currency, -25, 0);
            }
            case 1 -> {
                journal.interest(currency, "12.5");
                move(currency, 12.5, 0);
            }
            default -> {
                if (held(symbol) > 0) {
                    journal.split(symbol, 2);
                    units.merge(symbol, held(symbol), Double::sum);
                    price.computeIfPresent(symbol, (name, old) -> old / 2);
                }
            }
        }
    }

    private void move(String holding, double quantity, double flow) {
        units.merge(holding, quantity, Double::sum);
        flows.merge(holding, flow, Double::sum);
    }

    private double held(String holding) {
        return units.getOrDefault(holding, 0.0);
    }

    private void close(LocalDate date) {
        TestingPacks pack = TestingPacks.on(date);
        for (String symbol : SYMBOLS) {
            price.computeIfPresent(symbol, (name, old) -> round(old * (0.96 + random.nextDouble() * 0.08)));
            pack.price(symbol, text(price.getOrDefault(symbol, 0.0)), currencyOf(symbol));
        }
        for (String currency : List.of("USD", "EUR")) {
            rate.computeIfPresent(currency, (name, old) -> round(old * (0.98 + random.nextDouble() * 0.04)));
            pack.rate(currency, "CAD", text(rate.getOrDefault(currency, 0.0)));
        }
        packs.add(pack.book());
        days.add(day(date));
        flows.clear();
        external.clear();
        deals.clear();
        ratesBefore = new TreeMap<>(rate);
    }

    private Day day(LocalDate date) {
        SortedMap<String, Move> moves = new TreeMap<>();
        double value = 0;
        for (String holding : units.keySet()) {
            String currency = currencyOf(holding);
            double now = rate.getOrDefault(currency, 0.0);
            double end = held(holding) * price.getOrDefault(holding, 1.0);
            moves.put(
                    holding,
                    new Move(
                            before.getOrDefault(holding, 0.0),
                            flows.getOrDefault(holding, 0.0),
                            end,
                            ratesBefore.getOrDefault(currency, now),
                            now));
            before.put(holding, end);
            value += end * now;
        }
        double flow = 0;
        for (String currency : external.keySet()) {
            flow += external.getOrDefault(currency, 0.0) * rate.getOrDefault(currency, 0.0);
        }
        return new Day(date, value, flow, execution(), moves);
    }

    private SortedMap<String, Double> execution() {
        SortedMap<String, Double> gains = new TreeMap<>();
        for (Deal deal : deals) {
            double gain = deal.taken() * rate.getOrDefault(deal.to(), 0.0)
                    - deal.given() * rate.getOrDefault(deal.from(), 0.0);
            gains.merge(deal.to().equals("CAD") ? deal.from() : deal.to(), gain, Double::sum);
        }
        return gains;
    }

    private static double round(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
