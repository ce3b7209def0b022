import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedDatabase;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.HistoryBuilder;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.nightly.PackJob;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Security;
import io.dawsos.pricing.MarketData;
import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.MarketRows;
import io.dawsos.pricing.RowSource;
import io.dawsos.pricing.PackRule;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the nights at full size work on, and ledgers of many transactions; see night.sh. Everything is generated from fixed seeds.
 *
 * <pre>
 * java Night.java generate FOLDER              portfolios in a database, their journals, prices of three days
 * java Night.java trade    FOLDER              one more purchase in every journal
 * java Night.java correct  FOLDER              prices of the second day corrected
 * java Night.java prepare  FOLDER              packs of twelve years and a ledger of each size, imported
 * java Night.java overview PORT                latency of portfolio_overview on each of them
 * </pre>
 */
final class Night {

    private static final int SECURITIES = Integer.getInteger("securities", 10_000);
    private static final int PORTFOLIOS = Integer.getInteger("portfolios", 1_000);
    private static final int POSITIONS = 50;
    private static final int TRADED = 40;
    private static final int[] SIZES = {1_900, 14_400, 50_000};
    private static final LocalDate FIRST = LocalDate.of(2012, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 29);
    /** Within the demo's market data, which have the exchange rates. */
    private static final List<LocalDate> NIGHTS =
            List.of(LocalDate.of(2023, 12, 27), LocalDate.of(2023, 12, 28), LocalDate.of(2023, 12, 29));
    private static final UUID USER = new UUID(0, 1);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<Currency> CURRENCIES = List.of(
            Currency.getInstance("CAD"), Currency.getInstance("USD"), Currency.getInstance("GBP"), Currency.getInstance("CHF"));
    private static final String[] RATES = {"1.46", "1.08", "0.86", "0.95"};
    private static final String[] TO_CAD = {"1", "1.351852", "1.697674", "1.536842"};

    private Night() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "generate" -> withDatabase(Path.of(arguments[1]), Night::generate);
            case "trade" -> trade(Path.of(arguments[1]));
            case "correct" -> correct(Path.of(arguments[1]));
            case "prepare" -> withDatabase(Path.of(arguments[1]), Night::prepare);
            case "overview" -> overview(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private interface Work {
        void run(Database database, Path folder);
    }

    private static void withDatabase(Path home, Work work) {
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database database = Database.open(DatabaseUrl.parse(server.url()), 4)) {
            work.run(database, home);
        }
    }

    // ---- the night

    /** Portfolios in the database, their journals and the market data as files: what a night finds. */
    private static void generate(Database database, Path home) {
        List<String> closes = new ArrayList<>(List.of("date,symbol,close,currency"));
        List<String> securities = new ArrayList<>(List.of("symbol,name,currency,exchange,sector,type,country"));
        for (int i = 0; i < SECURITIES; i++) {
            securities.add("%s,Security %d,%s,TSX,Energy,equity,CA".formatted(symbol(i), i, currency(i)));
            for (LocalDate day : NIGHTS) {
                closes.add("%s,%s,%s,%s".formatted(day, symbol(i), close(i, day), currency(i)));
            }
        }
        write(home.resolve("market/Generated.closes.csv"), closes);
        write(home.resolve("market/Generated.securities.csv"), securities);
        // the portfolio of the demo is there too
        write(home.resolve("journals/main.beancount"), List.of(holder(0, NIGHTS.get(0))));
        for (int i = 0; i < PORTFOLIOS; i++) {
            String file = String.format("p%05d.beancount", i);
            write(home.resolve("journals").resolve(file), List.of(holder(i, NIGHTS.get(0))));
            database.portfolios().register(new Portfolio(new UUID(8, i + 1), new UUID(7, i + 1), "Portfolio " + i, CURRENCIES.get(0), file));
        }
    }

    /** One more purchase in every journal. */
    private static void trade(Path home) throws IOException {
        for (int i = 0; i < PORTFOLIOS; i++) {
            StringBuilder text = new StringBuilder();
            buy(text, NIGHTS.get(2), i * 37 % SECURITIES, 10);
            Files.writeString(home.resolve("journals").resolve(String.format("p%05d.beancount", i)), text, StandardOpenOption.APPEND);
        }
    }

    /** Closes of the second night as they should have been: a tenth of the securities were a fifth dearer. */
    private static void correct(Path home) throws IOException {
        Path file = home.resolve("market/Generated.closes.csv");
        List<String> corrected = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(",", -1);
            boolean wrong = fields[0].equals(NIGHTS.get(1).toString()) && fields[1].endsWith("7");
            corrected.add(wrong ? String.join(",", fields[0], fields[1], new BigDecimal(fields[2]).multiply(new BigDecimal("1.2")).toPlainString(), fields[3]) : line);
        }
        write(file, corrected);
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real jobs, each timed. */
    private static final class Jobs {

        private final Database database;
        private final PackJob packs;
        private final LedgerJob ledgers;

        Jobs(Database database, int securities) {
            this.database = database;
            HistoryBuilder builder = new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore());
            PackRule rule = PackRule.ecbClose(
                    securities(securities).stream().collect(Collectors.toMap(Security::symbol, Security::currency)), CURRENCIES);
            packs = new PackJob(new Market(), rule, database.pricingPacks(), database.packStore());
            ledgers = new LedgerJob(database.ledgerSnapshots(), database.portfolioHistoryStore(), builder);
        }

        void run(LedgerRepository ledger, Portfolio portfolio) {
            String commit = ledger.head();
            LedgerBook book = Journals.read(ledger.at(commit), portfolio.ledgerPath(), commit);
            ledgers.run(portfolio, book);
        }

        private static double timed(String name, Runnable work) {
            long begin = System.nanoTime();
            work.run();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%-24s %7.2f s%n", name, seconds);
            return seconds;
        }
    }

    // ---- long ledgers

    private static void prepare(Database database, Path home) {
        database.securityStore().add(securities(TRADED));
        Jobs jobs = new Jobs(database, TRADED);
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusYears(1)) {
            jobs.packs.run(FIRST, day);
        }
        jobs.packs.run(FIRST, LAST);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int size : SIZES) {
            files.put(size + ".beancount", trader(size).getBytes(StandardCharsets.UTF_8));
        }
        try (LedgerRepository ledger = LedgerRepository.initialise(home.resolve("journals"), files, Instant.EPOCH)) {
            for (int size : SIZES) {
                Portfolio portfolio = new Portfolio(new UUID(9, size), USER, size + " transactions", CURRENCIES.get(0), size + ".beancount");
                database.portfolios().register(portfolio);
                Jobs.timed("import with history " + size, () -> jobs.run(ledger, portfolio));
            }
        }
        database.packStore().markFresh(database.packStore().warming());
    }

    private static void overview(int port) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        for (int size : SIZES) {
            List<Double> millis = new ArrayList<>();
            int bytes = 0;
            for (int i = 0; i < 80; i++) {
                // another question each time: nothing can be remembered
                String body = "{\"pattern_id\":\"portfolio_overview\",\"portfolio_id\":\"" + new UUID(9, size)
                        + "\",\"inputs\":{\"lookback_days\":" + (200 + i) + "}}";
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/execute"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                long begin = System.nanoTime();
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
                }
                bytes = response.body().length;
                if (i >= 30) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
            }
            millis.sort(null);
            System.out.printf(Locale.ROOT, "overview, %6d transactions   median %6.1f ms   p95 %6.1f ms   %d kB   (wanted: at most 200 ms)%n",
                    size, millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100), bytes / 1024);
        }
    }

    // ---- what is generated

    private static String symbol(int i) {
        return String.format("S%05d", i);
    }

    private static List<Security> securities(int count) {
        List<Security> securities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            securities.add(new Security(symbol(i), "Security " + i, currency(i), "TSX", "equity", Optional.of("Energy"), "CA"));
        }
        return securities;
    }

    private static Currency currency(int i) {
        return CURRENCIES.get(i % CURRENCIES.size());
    }

    private static BigDecimal close(int i, LocalDate day) {
        long cents = 2_000 + i % 180 * 100 + Math.round(500 * StrictMath.sin(i + day.toEpochDay() / 40.0));
        return BigDecimal.valueOf(cents, 2);
    }

    /** Opens the accounts and pays in enough of every currency. */
    private static StringBuilder opened(LocalDate day, List<Integer> held) {
        StringBuilder text = new StringBuilder("option \"title\" \"Generated\"\noption \"operating_currency\" \"CAD\"\noption \"booking_method\" \"FIFO\"\n\n");
        List<String> accounts = new ArrayList<>(
                List.of("Assets:Broker:Cash", "Assets:Broker:Positions", "Equity:Contributions", "Expenses:Commissions", "Expenses:Withholding:US"));
        held.forEach(i -> accounts.addAll(List.of("Income:Dividends:" + symbol(i), "Income:CapitalGains:" + symbol(i))));
        accounts.forEach(account -> text.append(day).append(" open ").append(account).append('\n'));
        for (int i : held) {
            text.append(day).append(" commodity ").append(symbol(i)).append("\n  name: \"Security ").append(i)
                    .append("\"\n  quote_currency: \"").append(currency(i)).append("\"\n  exchange: \"TSX\"\n");
        }
        for (int c = 0; c < CURRENCIES.size(); c++) {
            text.append(String.format("%n%s * \"Deposit\" #flow%n  type: \"deposit\"%n  fx_rate: %s%n  Assets:Broker:Cash 9000000.00 %s%n  Equity:Contributions -9000000.00 %s%n",
                    day, TO_CAD[c], CURRENCIES.get(c), CURRENCIES.get(c)));
        }
        return text;
    }

    private static void buy(StringBuilder text, LocalDate day, int i, int units) {
        BigDecimal price = close(i, day);
        text.append(String.format("%n%s * \"Buy %d %s\" #trade%n  type: \"buy\"%n  symbol: \"%s\"%n  fx_rate: %s%n  Assets:Broker:Positions %d %s {%s %s}%n"
                        + "  Expenses:Commissions 4.95 %s%n  Assets:Broker:Cash -%s %s%n",
                day, units, symbol(i), symbol(i), TO_CAD[i % CURRENCIES.size()], units, symbol(i), price, currency(i), currency(i),
                price.multiply(BigDecimal.valueOf(units)).add(new BigDecimal("4.95")), currency(i)));
    }

    private static void sell(StringBuilder text, LocalDate day, int i, int units) {
        BigDecimal price = close(i, day);
        text.append(String.format("%n%s * \"Sell %d %s\" #trade%n  type: \"sell\"%n  symbol: \"%s\"%n  fx_rate: %s%n  Assets:Broker:Positions -%d %s {} @ %s %s%n"
                        + "  Assets:Broker:Cash %s %s%n  Expenses:Commissions 4.95 %s%n  Income:CapitalGains:%s%n",
                day, units, symbol(i), symbol(i), TO_CAD[i % CURRENCIES.size()], units, symbol(i), price, currency(i),
                price.multiply(BigDecimal.valueOf(units)).subtract(new BigDecimal("4.95")), currency(i), currency(i), symbol(i)));
    }

    private static void dividend(StringBuilder text, LocalDate day, int i, int units) {
        BigDecimal gross = new BigDecimal("0.25").multiply(BigDecimal.valueOf(units));
        text.append(String.format("%n%s * \"Dividend %s\" #dividend%n  type: \"dividend\"%n  symbol: \"%s\"%n  ex_date: %s%n  pay_date: %s%n  shares: %d%n  per_share: 0.25 %s%n"
                        + "  fx_rate: %s%n  Assets:Broker:Cash %s %s%n  Income:Dividends:%s -%s %s%n",
                day, symbol(i), symbol(i), day, day, units, currency(i), TO_CAD[i % CURRENCIES.size()], gross, currency(i), symbol(i), gross, currency(i)));
    }

    private static String holder(int number, LocalDate day) {
        List<Integer> held = new ArrayList<>();
        for (int k = 0; k < POSITIONS; k++) {
            held.add((number * 37 + k * 199) % SECURITIES);
        }
        StringBuilder text = opened(day, held);
        held.forEach(i -> buy(text, day, i, 10 + i % 90));
        return text.toString();
    }

    private static String trader(int transactions) {
        Random random = new Random(transactions);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < TRADED; i++) {
            all.add(i);
        }
        StringBuilder text = opened(FIRST, all);
        int[] units = new int[TRADED];
        long span = LAST.toEpochDay() - FIRST.toEpochDay();
        for (int done = CURRENCIES.size(); done < transactions; done++) {
            LocalDate day = weekday(FIRST.plusDays(span * done / transactions));
            int i = random.nextInt(TRADED);
            int chance = random.nextInt(100);
            if (units[i] < 10 || chance < 45) {
                int bought = 1 + random.nextInt(50);
                units[i] += bought;
                buy(text, day, i, bought);
            } else if (chance < 80) {
                int sold = units[i] * (30 + random.nextInt(70)) / 100;
                units[i] -= sold;
                sell(text, day, i, sold);
            } else {
                dividend(text, day, i, units[i]);
            }
        }
        return text.toString();
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }

    /** Closes of weekdays, which rise and fall, and rates that move a little. */
    private static final class Market implements MarketData {

        @Override
        public MarketRows rows(PackRule rule, LocalDate from, LocalDate to) {
            List<MarketRow> rows = new ArrayList<>();
            for (LocalDate day : weekdays(from, to)) {
                for (String symbol : rule.securities().keySet()) {
                    int i = Integer.parseInt(symbol.substring(1));
                    rows.add(row(MarketRow.Kind.CLOSE, symbol, currency(i), close(i, day), day));
                }
                for (int c = 0; c < RATES.length; c++) {
                    BigDecimal moved = BigDecimal.valueOf(Math.floorMod(day.toEpochDay() * (c + 3), 97), 4);
                    rows.add(row(MarketRow.Kind.RATE, EUR.getCurrencyCode(), CURRENCIES.get(c), new BigDecimal(RATES[c]).add(moved), day));
                }
            }
            return new MarketRows(rows, List.of());
        }

        private static MarketRow row(MarketRow.Kind kind, String symbol, Currency currency, BigDecimal value, LocalDate day) {
            return new MarketRow(
                    kind, symbol, currency.getCurrencyCode(), value.toPlainString(), day, "Generated", new RowSource("generated", 1));
        }

        private static List<LocalDate> weekdays(LocalDate from, LocalDate to) {
            return from.datesUntil(to.plusDays(1)).filter(day -> weekday(day).equals(day)).toList();
        }
    }
}
