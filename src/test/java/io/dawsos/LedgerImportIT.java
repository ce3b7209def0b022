package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.embedded.DataFolder;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.ImportLedgerJob;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.LedgerImport;
import io.dawsos.nightly.PackJob;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PackId;
import io.dawsos.provider.DemoMarket;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingLedgerFolder;
import io.dawsos.testing.TestingProxy;
import io.dawsos.testing.TestingTwoMarkets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** {@code ledger import}: three portfolios of two users in one repository, in CAD and EUR, over two commits. */
class LedgerImportIT {

    private record Result(int exitCode, List<String> out, String err) {}

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID ALICE = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID BOB = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final Portfolio MAIN = new Portfolio(
            UUID.fromString("20000000-0000-0000-0000-000000000001"), ALICE, "Main", CAD, "cad/main.beancount");
    private static final Portfolio EURO = new Portfolio(
            UUID.fromString("20000000-0000-0000-0000-000000000002"), BOB, "Euro", EUR, "eur/main.beancount");
    private static final Portfolio SMALL = new Portfolio(
            UUID.fromString("20000000-0000-0000-0000-000000000003"), ALICE, "Small", CAD, "small.beancount");
    private static final String SMALL_JOURNAL = """
            option "operating_currency" "CAD"
            option "booking_method" "AVERAGE"
            2023-12-01 open Assets:Cash
            2023-12-01 open Assets:Stocks
            2023-12-01 open Equity:Capital
            2023-12-01 * "Deposit"
              id: "d1"
              Assets:Cash  1000.00 CAD
              Equity:Capital
            2023-12-04 * "Buy"
              fx_rate: 1.35
              Assets:Stocks  1 AAPL {190.00 USD}
              Assets:Cash  -256.50 CAD @@ 190.00 USD
            2023-12-05 * "Spin-off that did not happen"
              id: "x"
              type: "spin_off"
              symbol: "AAPL"
              new_shares: 1
              old_shares: 1
              cost_to_new: 0.5
              Assets:Stocks  -1 AAPL {}
              Assets:Stocks  1 AAPL {95.00 USD}
              Assets:Stocks  1 MSFT {95.00 USD}
            2023-12-05 * "Undo"
              reverses: "x"
              Assets:Stocks  -1 MSFT {}
            """;

    @TempDir
    private static Path folder;

    private static TestingDatabase testing;
    private static Database database;
    private static TestingLedgerFolder ledger;
    private static String firstCommit = "";
    private static final Map<String, Result> results = new LinkedHashMap<>();
    private static final List<Long> snapshots = new ArrayList<>();

    @BeforeAll
    static void importThreePortfoliosFromTwoCommits() throws Exception {
        testing = TestingDatabase.create();
        database = testing.database();
        DemoMarket demo = DemoMarket.load();
        TestingTwoMarkets market = new TestingTwoMarkets(demo);
        database.securityStore().add(market.securities());
        new PackJob(market, market.rule(), database.pricingPacks(), database.packStore())
                .run(demo.firstDay(), demo.lastDay());
        List.of(MAIN, EURO, SMALL).forEach(database.portfolios()::register);
        ledger = TestingLedgerFolder.create(folder.resolve("ledger"));
        DemoLedger.files().forEach((path, content) -> ledger.write("cad/" + path, content));
        String euro = Files.readString(Path.of("src/test/resources/ledger/valid/euro_portfolio.beancount"));
        firstCommit = ledger.write("eur/main.beancount", euro)
                .write("small.beancount", SMALL_JOURNAL)
                .commit();
        run("first");
        run("again");
        ledger.write("eur/main.beancount", euro + """
                2023-12-30 * "Deposit"
                  Assets:Broker:Cash  100.00 EUR
                  Equity:Contributions
                """)
                .write("small.beancount", SMALL_JOURNAL + "2023-12-06 balance Assets:Cash 999.00 CAD\nnonsense\n")
                .commit();
        run("next");
        run("back", "--commit", firstCommit.substring(0, 10));
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    /** What row level security lets the user see. */
    private static List<String> seenBy(UUID user, String query) {
        try (Connection session = TestingDatabase.source(testing.url()).getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(session, true));
            jdbc.queryForObject("select set_config('app.user_id', ?, false)", String.class, user.toString());
            return jdbc.queryForList(query, String.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String name, String... arguments) {
        results.put(name, execute(arguments));
        snapshots.add(Stream.of(ALICE, BOB)
                .map(user ->
                        seenBy(user, "select id::text from ledger_snapshot").size())
                .mapToLong(Integer::longValue)
                .sum());
    }

    private static Result execute(String... arguments) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAWSOS_HOME", folder.resolve("home").toString());
        environment.put(
                "DATABASE_URL",
                "postgresql://" + testing.url().user() + "@" + testing.url().address());
        environment.put("LEDGER_PATH", folder.resolve("ledger").toString());
        return execute(environment, arguments);
    }

    private static Result execute(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("ledger", "import"));
        all.addAll(List.of(arguments));
        int exitCode = DawsApplication.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(new String[0]));
        return new Result(exitCode, out.toString().lines().toList(), err.toString());
    }

    private static Result result(String name) {
        return Optional.ofNullable(results.get(name)).orElseThrow();
    }

    private static DailyValue last(Portfolio portfolio) {
        PackId newest = new PackId(LocalDate.of(2023, 12, 29), 1);
        PortfolioScope scope =
                new PortfolioScope(portfolio.userId(), portfolio.id(), portfolio.base(), firstCommit, newest);
        return database.portfolioHistory().lastValues(scope, 1).get(0);
    }

    @Test
    void theFirstTimeImportsAll() {
        assertThat(result("first").err()).isEmpty();
        assertThat(result("first").exitCode()).isZero();
        assertThat(result("first").out()).hasSize(4);
        assertThat(result("first").out().get(0))
                .matches("imported   Main  cad/main.beancount  \\d+ transactions at " + firstCommit.substring(0, 8));
        assertThat(result("first").out().get(1)).startsWith("imported   Euro  eur/main.beancount  ");
        assertThat(result("first").out().get(2)).startsWith("imported   Small  small.beancount  4 transactions at ");
        assertThat(result("first").out().get(3)).isEqualTo("3 portfolios: 3 imported, 0 unchanged, 0 with faults");
    }

    @Test
    void bothBaseCurrenciesAreValuedAsTheirJournalsSay() {
        // what is held on 2023-12-29 by the balance assertions, at the journals' prices of that day
        assertThat(last(MAIN).value().doubleValue()).isCloseTo(631_826.63, within(63.0));
        assertThat(last(EURO).value().doubleValue()).isCloseTo(120_737.48, within(12.0));
        assertThat(last(SMALL).value().doubleValue()).isCloseTo(743.50 + 192.53 * 1.3243, within(1.0));
    }

    @Test
    void anUnchangedCommitStoresNothing() {
        assertThat(result("again").exitCode()).isZero();
        assertThat(result("again").out().get(3)).isEqualTo("3 portfolios: 0 imported, 3 unchanged, 0 with faults");
        assertThat(snapshots.subList(0, 2)).containsExactly(3L, 3L);
    }

    @Test
    void anUnchangedCommitCostsAsMuchForManyPortfoliosAsForOne() throws IOException {
        try (TestingProxy proxy = TestingProxy.before(testing.port());
                Database counted = Database.open(
                        DatabaseUrl.parse(testing.url().toString().replace(":" + testing.port(), ":" + proxy.port())),
                        1);
                LedgerRepository repository = LedgerRepository.open(folder.resolve("ledger"))) {
            LedgerImport imports = LedgerImports.over(counted, repository);
            counted.ping();
            proxy.roundTrips();
            imports.run(Optional.of(firstCommit), Optional.empty());
            // whose portfolios there are, at which commits they stand and how far their histories go, which packs there
            // are
            assertThat(proxy.roundTrips()).isEqualTo(3);
            imports.run(Optional.of(firstCommit), Optional.of(EURO.id()));
            assertThat(proxy.roundTrips()).isEqualTo(3);
        }
    }

    @Test
    void faultsAreListedAndDisturbNoOtherPortfolio() {
        Result next = result("next");
        String first = firstCommit.substring(0, 8);
        assertThat(next.exitCode()).isEqualTo(1);
        assertThat(next.out().get(0)).isEqualTo("unchanged  Main  cad/main.beancount  since " + first);
        assertThat(next.out().get(1)).startsWith("imported   Euro  eur/main.beancount  ");
        assertThat(next.out().get(2)).isEqualTo("faulty     Small  small.beancount  stays at " + first);
        assertThat(next.out().get(3))
                .startsWith("           small.beancount:27: Assets:Cash holds 743.5 CAD at the start of 2023-12-06,");
        assertThat(next.out().get(4)).startsWith("           small.beancount:28: unknown directive 'nonsense'");
        assertThat(next.out().get(5)).isEqualTo("3 portfolios: 1 imported, 1 unchanged, 1 with faults");
        assertThat(snapshots.get(2)).isEqualTo(4);
    }

    @Test
    void anOlderCommitIsAdoptedAgainWithoutStoringIt() {
        assertThat(result("back").exitCode()).isZero();
        assertThat(result("back").out().get(1)).startsWith("imported   Euro");
        assertThat(result("back").out().get(2)).startsWith("unchanged  Small");
        assertThat(snapshots.get(3)).isEqualTo(4);
        assertThat(database.ledgerSnapshots().current(BOB, EURO.id())).contains(firstCommit);
    }

    @Test
    void onePortfolioIsImportedAlone() {
        Result one = execute("--portfolio", MAIN.id().toString(), "--commit", firstCommit);
        assertThat(one.exitCode()).isZero();
        assertThat(one.out()).hasSize(2).last().isEqualTo("1 portfolio: 0 imported, 1 unchanged, 0 with faults");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Result commit = execute("--commit", "0123456789");
        assertThat(commit.exitCode()).isEqualTo(1);
        assertThat(commit.err()).contains("has no commit 0123456789");
        Result portfolio = execute("--portfolio", "99999999-0000-0000-0000-000000000000");
        assertThat(portfolio.exitCode()).isEqualTo(1);
        assertThat(portfolio.err()).contains("There is no portfolio 99999999-0000-0000-0000-000000000000");
    }

    @Test
    void aDataFolderInUseIsNamed() {
        try (DataFolder used = DataFolder.open(folder.resolve("home"))) {
            Result refused = execute();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains(used.path().toString(), "is in use by process");
        }
    }

    @Test
    void theEmbeddedDatabaseIsStartedForIt() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAWSOS_HOME", folder.resolve("other").toString());
        assertThat(execute(environment))
                .isEqualTo(new Result(0, List.of("There is no portfolio yet, so nothing to import"), ""));
    }

    @Test
    void aSpinOffAndItsReversalAreStored() {
        assertThat(seenBy(
                        ALICE,
                        "select t.kind || ' ' || coalesce(t.reverses, '-') || ' ' || u.symbol || ' ' || u.quantity"
                                + " from transaction_units u join transactions t using (snapshot_id, sequence)"
                                + " order by snapshot_id, sequence"))
                .containsExactly("SPIN_OFF - MSFT 1", "SPIN_OFF x MSFT -1");
    }

    @Test
    void theNightTellsFaultsAsWarnings() {
        try (LedgerRepository repository = LedgerRepository.open(folder.resolve("ledger"))) {
            ImportLedgerJob job = new ImportLedgerJob(LedgerImports.over(database, repository));
            assertThat(job.name()).isEqualTo("import_ledger");
            assertThat(job.blocking()).isTrue();
            JobReport report = job.run(LocalDate.of(2023, 12, 29));
            assertThat(report.summary()).startsWith("3 portfolios: ").endsWith(" 1 with faults");
            assertThat(report.warnings())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("Small stays at ")
                    .contains("small.beancount:27: ");
        } finally {
            execute("--commit", firstCommit);
        }
    }
}
