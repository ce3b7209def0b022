import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a journal of a given number of transactions over twelve years, the same for the same seed: deposits, purchases and FIFO sales with
 * commission, dividends with withholding, splits, fees and balance assertions, in CAD, USD and EUR, a file a year. Prices are random walks.
 *
 * <p>{@code java benchmarks/GeneratedLedger.java FOLDER TRANSACTIONS [SEED]}
 */
public final class GeneratedLedger {

    static final int SECURITIES = 60;
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 3);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 29);
    private static final String[] CURRENCIES = {"CAD", "USD", "EUR"};

    private record Lot(long units, BigDecimal cost, LocalDate day) {}

    private static final class Security {
        private final String symbol;
        private final String currency;
        private final Deque<Lot> lots = new ArrayDeque<>();
        private BigDecimal price;
        private long units;

        Security(int number, Random random) {
            symbol = "SEC%02d".formatted(number);
            currency = CURRENCIES[number % CURRENCIES.length];
            price = BigDecimal.valueOf(2000 + random.nextInt(18000), 2);
        }
    }

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Security> securities = new ArrayList<>();
    private final Map<String, BigDecimal> cash = new LinkedHashMap<>();
    private final Map<String, BigDecimal> rates = new LinkedHashMap<>();
    private int written;
    private LocalDate day = FIRST;

    private GeneratedLedger(long seed) {
        random = new Random(seed);
        for (int i = 0; i < SECURITIES; i++) {
            securities.add(new Security(i, random));
        }
        for (String currency : CURRENCIES) {
            cash.put(currency, new BigDecimal("0.00"));
        }
        rates.put("CAD", BigDecimal.ONE);
        rates.put("USD", new BigDecimal("1.250000"));
        rates.put("EUR", new BigDecimal("1.400000"));
    }

    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 20240101;
        new GeneratedLedger(seed).write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void write(Path folder, int transactions) throws IOException {
        Files.createDirectories(folder);
        StringBuilder main = new StringBuilder(head());
        long days = LAST.toEpochDay() - FIRST.toEpochDay();
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
            text.setLength(0);
            assertBalances(year);
            while (written < transactions) {
                LocalDate next = FIRST.plusDays(days * written / transactions);
                if (next.getYear() > year) {
                    break;
                }
                day = next;
                entry();
            }
            Files.writeString(folder.resolve(year + ".beancount"), text);
            main.append("include \"").append(year).append(".beancount\"\n");
        }
        Files.writeString(folder.resolve("main.beancount"), main);
    }

    private String head() {
        StringBuilder head = new StringBuilder("""
                option "title" "Generated"
                option "operating_currency" "CAD"
                option "booking_method" "FIFO"
                2012-01-01 open Assets:Broker:Cash
                2012-01-01 open Assets:Broker:Positions
                2012-01-01 open Equity:Contributions
                2012-01-01 open Expenses:Commissions
                2012-01-01 open Expenses:Fees
                2012-01-01 open Expenses:Withholding:US
                """);
        for (Security security : securities) {
            head.append("2012-01-01 commodity ").append(security.symbol).append('\n');
            head.append("2012-01-01 open Income:Dividends:").append(security.symbol).append('\n');
            head.append("2012-01-01 open Income:CapitalGains:").append(security.symbol).append('\n');
        }
        return head.toString();
    }

    private void assertBalances(int year) {
        cash.forEach((currency, amount) -> text.append("%d-01-01 balance Assets:Broker:Cash %s %s%n"
                .formatted(year, amount.toPlainString(), currency)));
        securities.forEach(security -> text.append("%d-01-01 balance Assets:Broker:Positions %d %s%n"
                .formatted(year, security.units, security.symbol)));
    }

    private void entry() {
        if (written < CURRENCIES.length || random.nextInt(40) == 0) {
            deposit(CURRENCIES[written % CURRENCIES.length]);
        } else {
            Security security = securities.get(random.nextInt(SECURITIES));
            move(security);
            int dice = random.nextInt(100);
            if (security.units == 0 || dice < 45) {
                buy(security);
            } else if (dice < 70) {
                sell(security);
            } else if (dice < 98) {
                dividend(security);
            } else if (dice == 98 && security.lots.size() <= 12) {
                split(security);
            } else {
                fee(security.currency);
            }
        }
        written++;
    }

    private void move(Security security) {
        BigDecimal factor = BigDecimal.valueOf(9850 + random.nextInt(310), 4);
        security.price = security.price.multiply(factor).setScale(2, RoundingMode.HALF_EVEN).max(new BigDecimal("5.00"));
        for (String currency : List.of("USD", "EUR")) {
            BigDecimal step = BigDecimal.valueOf(random.nextInt(2001) - 1000, 6);
            rates.computeIfPresent(currency, (code, rate) -> rate.add(step).max(new BigDecimal("0.900000")));
        }
    }

    private void head(String narration, String currency, String... metadata) {
        text.append("%s * \"%s\"%n  id: \"g%06d\"%n".formatted(day, narration, written));
        for (String line : metadata) {
            text.append("  ").append(line).append('\n');
        }
        if (!currency.equals("CAD")) {
            text.append("  fx_rate: ").append(rates.get(currency).toPlainString()).append('\n');
        }
    }

    private void post(String account, String what) {
        text.append("  %-34s %s%n".formatted(account, what));
    }

    private void cash(BigDecimal amount, String currency) {
        cash.merge(currency, amount, BigDecimal::add);
        post("Assets:Broker:Cash", amount.toPlainString() + " " + currency);
    }

    private void deposit(String currency) {
        BigDecimal amount = BigDecimal.valueOf(1_000_000 + random.nextInt(4_000_000), 2);
        head("Deposit", currency, "type: \"deposit\"");
        cash(amount, currency);
        post("Equity:Contributions", amount.negate().toPlainString() + " " + currency);
    }

    private void buy(Security security) {
        long units = 1 + random.nextInt(80);
        head("Buy " + security.symbol, security.currency, "type: \"buy\"", "symbol: \"" + security.symbol + '"');
        post("Assets:Broker:Positions", "%d %s {%s %s}".formatted(units, security.symbol, security.price, security.currency));
        post("Expenses:Commissions", "4.95 " + security.currency);
        cash(security.price.multiply(BigDecimal.valueOf(units)).add(new BigDecimal("4.95")).negate(), security.currency);
        security.lots.addLast(new Lot(units, security.price, day));
        security.units += units;
    }

    private void sell(Security security) {
        long units = 1 + random.nextLong(Math.min(security.units, 150));
        head("Sell " + security.symbol, security.currency, "type: \"sell\"", "symbol: \"" + security.symbol + '"');
        post(
                "Assets:Broker:Positions",
                "-%d %s {} @ %s %s".formatted(units, security.symbol, security.price, security.currency));
        post("Expenses:Commissions", "4.95 " + security.currency);
        cash(security.price.multiply(BigDecimal.valueOf(units)).subtract(new BigDecimal("4.95")), security.currency);
        post("Income:CapitalGains:" + security.symbol, "");
        security.units -= units;
        long left = units;
        while (left > 0) {
            Lot lot = security.lots.removeFirst();
            if (lot.units() > left) {
                security.lots.addFirst(new Lot(lot.units() - left, lot.cost(), lot.day()));
            }
            left -= Math.min(left, lot.units());
        }
    }

    private void dividend(Security security) {
        BigDecimal gross = BigDecimal.valueOf(security.units * (5 + random.nextInt(60)), 2);
        BigDecimal tax = gross.multiply(new BigDecimal("0.15")).setScale(2, RoundingMode.HALF_EVEN);
        head(
                "Dividend " + security.symbol,
                security.currency,
                "type: \"dividend\"",
                "symbol: \"" + security.symbol + '"',
                "ex_date: " + day.minusDays(14),
                "pay_date: " + day);
        cash(gross.subtract(tax), security.currency);
        post("Expenses:Withholding:US", tax.toPlainString() + " " + security.currency);
        post("Income:Dividends:" + security.symbol, gross.negate().toPlainString() + " " + security.currency);
    }

    private void split(Security security) {
        head("Split " + security.symbol, "CAD", "type: \"split\"", "split_to: 2", "split_from: 1");
        Deque<Lot> after = new ArrayDeque<>();
        for (Lot lot : security.lots) {
            BigDecimal half = lot.cost().multiply(new BigDecimal("0.5"));
            post(
                    "Assets:Broker:Positions",
                    "-%d %s {%s %s, %s}".formatted(lot.units(), security.symbol, lot.cost(), security.currency, lot.day()));
            post(
                    "Assets:Broker:Positions",
                    "%d %s {%s %s, %s}".formatted(lot.units() * 2, security.symbol, half, security.currency, lot.day()));
            after.addLast(new Lot(lot.units() * 2, half, lot.day()));
        }
        security.lots.clear();
        security.lots.addAll(after);
        security.units *= 2;
        security.price = security.price.multiply(new BigDecimal("0.50")).setScale(2, RoundingMode.HALF_EVEN);
    }

    private void fee(String currency) {
        head("Fee", currency, "type: \"fee\"");
        post("Expenses:Fees", "9.95 " + currency);
        cash(new BigDecimal("-9.95"), currency);
    }
}
