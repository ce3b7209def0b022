package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.TestingImports.Result;
import io.dawsos.embedded.DataFolder;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.ImportLedgerJob;
import io.dawsos.nightly.JobReport;
import io.dawsos.nightly.LedgerImport;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PackId;
import io.dawsos.store.Database;
import io.dawsos.store.DatabaseUrl;
import io.dawsos.testing.TestingProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ledger import}: three portfolios of two users in one repository, in CAD and EUR, over two commits. */
class LedgerImportIT {

    @TempDir
    private static Path folder;

    private static TestingImports imports;
    private static final Map<String, Result> results = new LinkedHashMap<>();
    private static final List<Long> snapshots = new ArrayList<>();

    @BeforeAll
    static void importFromTwoCommits() throws IOException {
        imports = new TestingImports(folder);
        run("first");
        run("again");
        imports.ledger()
                .write("eur/main.beancount", TestingImports.euro() + """
                2023-12-30 * "Deposit"
                  Assets:Broker:Cash  100.00 EUR
                  Equity:Contributions
                """)
                .write(
                        "small.beancount",
                        TestingImports.SMALL_JOURNAL + "2023-12-06 balance Assets:Cash 999.00 CAD\nnonsense\n")
                .commit();
        run("next");
        run("back", "--commit", imports.firstCommit().substring(0, 10));
    }

    @AfterAll
    static void drop() {
        imports.close();
    }

    private static void run(String name, String... arguments) {
        results.put(name, imports.execute(arguments));
        snapshots.add(Stream.of(TestingImports.ALICE, TestingImports.BOB)
                .map(user -> imports.seenBy(user, "select id::text from ledger_snapshot")
                        .size())
                .mapToLong(Integer::longValue)
                .sum());
    }

    private static Result result(String name) {
        return Optional.ofNullable(results.get(name)).orElseThrow();
    }

    private static DailyValue last(Portfolio portfolio) {
        PackId newest = new PackId(LocalDate.of(2023, 12, 29), 1);
        PortfolioScope scope =
                new PortfolioScope(portfolio.userId(), portfolio.id(), portfolio.base(), imports.firstCommit(), newest);
        return imports.database().portfolioHistory().lastValues(scope, 1).get(0);
    }

    @Test
    void theFirstTimeImportsAll() {
        assertThat(result("first").err()).isEmpty();
        assertThat(result("first").exitCode()).isZero();
        assertThat(result("first").out()).hasSize(4);
        assertThat(result("first").out().get(0))
                .matches("imported   Main  cad/main.beancount  \\d+ transactions at "
                        + imports.firstCommit().substring(0, 8));
        assertThat(result("first").out().get(1)).startsWith("imported   Euro  eur/main.beancount  ");
        assertThat(result("first").out().get(2)).startsWith("imported   Small  small.beancount  4 transactions at ");
        assertThat(result("first").out().get(3)).isEqualTo("3 portfolios: 3 imported, 0 unchanged, 0 with faults");
    }

    @Test
    void bothBaseCurrenciesAreValuedAsTheirJournalsSay() {
        // what is held on 2023-12-29 by the balance assertions, at the journals' prices of that day
        assertThat(last(TestingImports.MAIN).value().doubleValue()).isCloseTo(631_826.63, within(63.0));
        assertThat(last(TestingImports.EURO).value().doubleValue()).isCloseTo(120_737.48, within(12.0));
        assertThat(last(TestingImports.SMALL).value().doubleValue()).isCloseTo(743.50 + 192.53 * 1.3243, within(1.0));
    }

    @Test
    void anUnchangedCommitStoresNothing() {
        assertThat(result("again").exitCode()).isZero();
        assertThat(result("again").out().get(3)).isEqualTo("3 portfolios: 0 imported, 3 unchanged, 0 with faults");
        assertThat(snapshots.subList(0, 2)).containsExactly(3L, 3L);
    }

    @Test
    void anUnchangedCommitCostsAsMuchForManyPortfoliosAsForOne() throws IOException {
        try (TestingProxy proxy = TestingProxy.before(imports.testing().port());
                Database counted = Database.open(
                        DatabaseUrl.parse(imports.testing()
                                .url()
                                .toString()
                                .replace(":" + imports.testing().port(), ":" + proxy.port())),
                        1);
                LedgerRepository repository = LedgerRepository.open(folder.resolve("ledger"))) {
            LedgerImport job = LedgerImports.over(counted, repository);
            counted.ping();
            proxy.roundTrips();
            job.run(Optional.of(imports.firstCommit()), Optional.empty());
            // whose portfolios there are, at which commits they stand and how far their histories go, which packs there
            // are
            assertThat(proxy.roundTrips()).isEqualTo(3);
            job.run(Optional.of(imports.firstCommit()), Optional.of(TestingImports.EURO.id()));
            assertThat(proxy.roundTrips()).isEqualTo(3);
        }
    }

    @Test
    void faultsAreListedAndDisturbNoOtherPortfolio() {
        Result next = result("next");
        String first = imports.firstCommit().substring(0, 8);
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
        assertThat(imports.database().ledgerSnapshots().current(TestingImports.BOB, TestingImports.EURO.id()))
                .contains(imports.firstCommit());
    }

    @Test
    void onePortfolioIsImportedAlone() {
        Result one =
                imports.execute("--portfolio", TestingImports.MAIN.id().toString(), "--commit", imports.firstCommit());
        assertThat(one.exitCode()).isZero();
        assertThat(one.out()).hasSize(2).last().isEqualTo("1 portfolio: 0 imported, 1 unchanged, 0 with faults");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Result commit = imports.execute("--commit", "0123456789");
        assertThat(commit.exitCode()).isEqualTo(1);
        assertThat(commit.err()).contains("has no commit 0123456789");
        Result portfolio = imports.execute("--portfolio", "99999999-0000-0000-0000-000000000000");
        assertThat(portfolio.exitCode()).isEqualTo(1);
        assertThat(portfolio.err()).contains("There is no portfolio 99999999-0000-0000-0000-000000000000");
    }

    @Test
    void aDataFolderInUseIsNamed() {
        try (DataFolder used = DataFolder.open(folder.resolve("home"))) {
            Result refused = imports.execute();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains(used.path().toString(), "is in use by process");
        }
    }

    @Test
    void theEmbeddedDatabaseIsStartedForIt() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAWSOS_HOME", folder.resolve("other").toString());
        assertThat(TestingImports.execute(environment))
                .isEqualTo(new Result(0, List.of("There is no portfolio yet, so nothing to import"), ""));
    }

    @Test
    void aSpinOffAndItsReversalAreStored() {
        assertThat(imports.seenBy(
                        TestingImports.ALICE,
                        "select t.kind || ' ' || coalesce(t.reverses, '-') || ' ' || u.symbol || ' ' || u.quantity"
                                + " from transaction_units u join transactions t using (snapshot_id, sequence)"
                                + " order by snapshot_id, sequence"))
                .containsExactly("SPIN_OFF - MSFT 1", "SPIN_OFF x MSFT -1");
    }

    @Test
    void theNightTellsFaultsAsWarnings() {
        try (LedgerRepository repository = LedgerRepository.open(folder.resolve("ledger"))) {
            ImportLedgerJob job = new ImportLedgerJob(LedgerImports.over(imports.database(), repository));
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
            imports.execute("--commit", imports.firstCommit());
        }
    }
}
