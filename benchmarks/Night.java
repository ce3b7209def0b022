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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the nights at full size work on, and ledgers of many transactions; see night.sh. Everything is generated from fixed seeds.
 *
 * <pre>
 * java Night generate FOLDER              portfolios in a database, their journals, prices of three days
 * java Night trade    FOLDER              one more purchase in every journal
 * java Night correct  FOLDER              prices of the second day corrected
 * java Night prepare  FOLDER              packs of twelve years and a ledger of each size, imported
 * java Night overview PORT                latency of portfolio_overview on each of them
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
            securities.add("%s,Security %d,%s,TSX,Energy,equity,CA".formatted(NightMarket.symbol(i), i, NightMarket.currency(i)));
            for (LocalDate day : NIGHTS) {
                closes.add("%s,%s,%s,%s".formatted(day, NightMarket.symbol(i), NightMarket.close(i, day), NightMarket.currency(i)));
            }
        }
        write(home.resolve("market/Generated.closes.csv"), closes);
        write(home.resolve("market/Generated.securities.csv"), securities);
        // the portfolio of the demo is there too
        write(home.resolve("journals/main.beancount"), List.of(NightJournals.holder(0, POSITIONS, SECURITIES, NIGHTS.get(0))));
        for (int i = 0; i < PORTFOLIOS; i++) {
            String file = String.format("p%05d.beancount", i);
            write(home.resolve("journals").resolve(file), List.of(NightJournals.holder(i, POSITIONS, SECURITIES, NIGHTS.get(0))));
            database.portfolios().register(new Portfolio(new UUID(8, i + 1), new UUID(7, i + 1), "Portfolio " + i, NightMarket.CURRENCIES.get(0), file));
        }
    }

    /** One more purchase in every journal. */
    private static void trade(Path home) throws IOException {
        for (int i = 0; i < PORTFOLIOS; i++) {
            StringBuilder text = new StringBuilder();
            NightJournals.buy(text, NIGHTS.get(2), i * 37 % SECURITIES, 10);
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
                    NightMarket.securities(securities).stream().collect(Collectors.toMap(Security::symbol, Security::currency)), NightMarket.CURRENCIES);
            packs = new PackJob(new NightMarket(), rule, database.pricingPacks(), database.packStore());
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
        database.securityStore().add(NightMarket.securities(TRADED));
        Jobs jobs = new Jobs(database, TRADED);
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusYears(1)) {
            jobs.packs.run(FIRST, day);
        }
        jobs.packs.run(FIRST, LAST);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int size : SIZES) {
            files.put(size + ".beancount", NightJournals.trader(size, TRADED, FIRST, LAST).getBytes(StandardCharsets.UTF_8));
        }
        try (LedgerRepository ledger = LedgerRepository.initialise(home.resolve("journals"), files, Instant.EPOCH)) {
            for (int size : SIZES) {
                Portfolio portfolio = new Portfolio(new UUID(9, size), USER, size + " transactions", NightMarket.CURRENCIES.get(0), size + ".beancount");
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
}
