import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedDatabase;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.HistoryBuilder;
import io.dawsos.nightly.LedgerImport;
import io.dawsos.nightly.LedgerJob;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Security;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Imports generated journals from one repository into an embedded PostgreSQL, as {@code ledger import} does, and tells seconds, growth and
 * peak heap. The journal of each size is a folder of that name; the first is imported once more beforehand, to warm up.
 *
 * <p>{@code java -cp target/dawsos.jar:target/lib/* benchmarks/LedgerBenchmark.java HOME REPOSITORY SIZE...}; exits with 1 when growth is
 * more than linear or 50,000 take more than ten seconds.
 */
public final class LedgerBenchmark {

    private static final int SECURITIES = 60;
    private static final double NOISE = 1.15;
    private static final double MOST_SECONDS = 10;
    private static final UUID USER = new UUID(0, 1);

    private LedgerBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<String> sizes = List.of(arguments).subList(2, arguments.length);
        boolean met = true;
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
                Database database = Database.open(DatabaseUrl.parse(embedded.url()), 4);
                LedgerRepository ledger = LedgerRepository.open(Path.of(arguments[1]))) {
            database.securityStore().add(securities());
            measure(database, ledger, "warm-up", sizes.get(0));
            double smallest = 0;
            for (String size : sizes) {
                double seconds = measure(database, ledger, size, size);
                double each = seconds / Integer.parseInt(size);
                smallest = smallest == 0 ? each : smallest;
                System.out.printf(
                        "%7s transactions  %6.2f s  %6.1f us each  %4.2f of the smallest   peak heap %4d MB%n",
                        size, seconds, each * 1e6, each / smallest, peakHeap() >> 20);
                met &= each <= smallest * NOISE && (Integer.parseInt(size) > 50_000 || seconds <= MOST_SECONDS);
            }
        }
        System.out.println(met ? "met: at most linear, at most 10 s" : "NOT met: at most linear, at most 10 s");
        System.exit(met ? 0 : 1);
    }

    private static List<Security> securities() {
        String[] currencies = {"CAD", "USD", "EUR"};
        List<Security> all = new ArrayList<>();
        for (int i = 0; i < SECURITIES; i++) {
            String symbol = "SEC%02d".formatted(i);
            all.add(new Security(
                    symbol,
                    symbol,
                    Currency.getInstance(currencies[i % currencies.length]),
                    "TEST",
                    "equity",
                    Optional.empty(),
                    "CA"));
        }
        return all;
    }

    private static double measure(Database database, LedgerRepository ledger, String name, String size) {
        Portfolio portfolio = new Portfolio(
                UUID.randomUUID(), USER, "Generated " + name, Currency.getInstance("CAD"), size + "/main.beancount");
        database.portfolios().register(portfolio);
        LedgerImport imports = new LedgerImport(
                ledger,
                database.portfolios(),
                database.portfolioHistoryStore(),
                new LedgerJob(
                        database.ledgerSnapshots(),
                        database.portfolioHistoryStore(),
                        new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore())));
        System.gc();
        heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        List<LedgerImport.Result> results =
                imports.run(Optional.empty(), Optional.of(portfolio.id()));
        double seconds = (System.nanoTime() - start) / 1e9;
        LedgerImport.Result result = results.get(0);
        if (result.outcome() != LedgerImport.Outcome.IMPORTED || !result.what().startsWith(size + " ")) {
            throw new IllegalStateException(result.toString());
        }
        return seconds;
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long peakHeap() {
        return heaps().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
