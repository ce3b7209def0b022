import io.dawsos.embedded.DataFolder;
import io.dawsos.embedded.EmbeddedDatabase;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.metrics.RiskFree;
import io.dawsos.nightly.FactorsJob;
import io.dawsos.nightly.IndicatorsJob;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.MetricsJob;
import io.dawsos.nightly.NightJob;
import io.dawsos.nightly.PackJob;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackRule;
import io.dawsos.provider.DemoIndicators;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Times the jobs of the night that prewarm metrics, for so many portfolios of so many users with three years of daily values each:
 * java -cp "target/dawsos.jar:target/lib/*" benchmarks/NightlyMetrics.java 1000
 */
public final class NightlyMetrics {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final String COMMIT = "a".repeat(40);

    public static void main(String[] arguments) throws Exception {
        int portfolios = Integer.parseInt(arguments[0]);
        Path home = Files.createTempDirectory("nightly-metrics");
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedDatabase server = EmbeddedDatabase.start(folder);
                Database database = Database.open(DatabaseUrl.parse(server.url()), 4)) {
            DemoMarket market = DemoMarket.load();
            fill(database, market, portfolios);
            Benchmarks benchmarks = new Benchmarks(
                    database.priceHistory(), database.securities(), database.packIndicators(), "XIU.TO");
            List<NightJob> jobs = List.of(
                    new IndicatorsJob(
                            new DemoIndicators(),
                            database.packIndicators(),
                            database.packStore(),
                            List.of(RiskFree.SERIES)),
                    new MetricsJob(
                            new MetricsJob.Sources(
                                    database.pricingPacks(), database.portfolios(), database.portfolioHistory()),
                            benchmarks,
                            database.portfolioMetrics()),
                    new FactorsJob(
                            database.pricingPacks(),
                            database.securities(),
                            database.priceHistory(),
                            database.benchmarkReturns()));
            for (NightJob job : jobs) {
                long start = System.nanoTime();
                JobReport report = job.run(market.lastDay());
                System.out.printf(
                        "%-22s %6.2f s  %s, %d warnings%n",
                        job.name(), (System.nanoTime() - start) / 1e9, report.summary(), report.warnings().size());
            }
        }
    }

    private static void fill(Database database, DemoMarket market, int portfolios) {
        database.securityStore().add(market.securities());
        PackRule rule = market.rule();
        List<PackId> packs = new PackJob(market, rule, database.pricingPacks(), database.packStore())
                .run(market.firstDay(), market.lastDay())
                .packs();
        Map<PackId, Long> sequences = new HashMap<>();
        database.packBooks().made().forEach(made -> sequences.put(made.id(), made.sequence()));
        for (int n = 0; n < portfolios; n++) {
            UUID user = new UUID(1, n);
            Portfolio portfolio = new Portfolio(new UUID(2, n), user, "P" + n, CAD, n + ".beancount");
            database.portfolios().register(portfolio);
            LedgerBook book = new LedgerBook(COMMIT, n + ".beancount", CAD, List.of(), List.of(), List.of());
            database.ledgerSnapshots().save(user, portfolio.id(), book);
            PortfolioHistoryStore histories = database.portfolioHistoryStore();
            List<Dated> days = history(packs, n).stream()
                    .map(day -> new Dated(sequences.get(day.pack()), day))
                    .toList();
            histories.add(List.of(new Added(histories.snapshot(user, portfolio.id(), COMMIT).orElseThrow(), days)));
            database.ledgerSnapshots().adopt(user, portfolio.id(), COMMIT);
        }
    }

    /** Three years of a random walk with a flow, in or out, about once a month. */
    private static List<HistoryDay> history(List<PackId> packs, int seed) {
        Random random = new Random(seed);
        double value = 100_000;
        double wealth = 1;
        List<HistoryDay> days = new ArrayList<>();
        for (PackId pack : packs) {
            double step = 1 + 0.0003 + 0.01 * random.nextGaussian();
            double flow = random.nextInt(21) == 0 ? value * (random.nextDouble() - 0.4) * 0.1 : 0;
            value = value * step + flow;
            wealth *= step;
            days.add(new HistoryDay(
                    new DailyValue(
                            pack.date(),
                            pack,
                            new BigDecimal(value, MathContext.DECIMAL32),
                            new BigDecimal(flow, MathContext.DECIMAL32)),
                    wealth,
                    List.of()));
        }
        return days;
    }
}
