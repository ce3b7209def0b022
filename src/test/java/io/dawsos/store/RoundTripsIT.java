package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.execution.StoredExecution;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.HistoryRow;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.portfolio.PortfolioHistoryStore.LedgerSpan;
import io.dawsos.portfolio.PortfolioHistoryStore.Snapshot;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Portfolios.Owned;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.pricing.PriceHistory;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingProxy;
import io.dawsos.testing.TestingWorld;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Counted on the wire, beyond the fifth execution, where the driver begins to prepare statements on the server. */
class RoundTripsIT {

    private static final int TIMES = 12;
    private static TestingDatabase testing;
    private static TestingProxy proxy;
    private static Database database;

    @BeforeAll
    static void openThroughTheProxy() throws IOException {
        testing = TestingDatabase.create();
        TestingWorld.fill(testing.database());
        proxy = TestingProxy.before(testing.port());
        database = Database.open(through(proxy), 1);
    }

    private static DatabaseUrl through(TestingProxy proxy) {
        return DatabaseUrl.parse(testing.url().toString().replace(":" + testing.port(), ":" + proxy.port()));
    }

    @AfterAll
    static void close() {
        database.close();
        proxy.close();
        testing.close();
    }

    static Stream<Arguments> reads() {
        PortfolioHistory history = database.portfolioHistory();
        PortfolioScope scope = new PortfolioScope(ALICE, ALICES.id(), CAD, COMMIT, pack(MONDAY.plusDays(1)));
        LocalDate until = MONDAY.plusDays(9);
        Explanations explanations = database.explanations();
        NavigableSet<String> symbols = new TreeSet<>(List.of("AAPL"));
        List<Snapshot> snapshots = snapshots();
        assertThat(snapshots).extracting(Snapshot::userId).containsExactly(ALICE, BOB);
        return Stream.of(
                read("holdings", () -> history.holdings(scope).holdings().lots()),
                read("values", () -> history.values(scope, MONDAY, until)),
                read("last values", () -> history.lastValues(scope, 5)),
                read(
                        "attribution",
                        () -> history.attribution(scope, MONDAY, until).end()),
                read("last attribution", () -> history.lastAttribution(scope, 1).end()),
                read(
                        "data health",
                        () -> database.dataHealth()
                                .facts(ALICE, Optional.of(ALICES.id()))
                                .securities()),
                read("symbols", () -> database.symbols().known(until).listings()),
                read(
                        "symbols of a night",
                        () -> List.copyOf(database.symbols().night(until).inUse())),
                read(
                        "ledger facts",
                        () -> explanations
                                .ledger()
                                .read(scope, MONDAY, until, Optional.empty())
                                .transactions()),
                read(
                        "ledger facts of a security",
                        () -> explanations
                                .ledger()
                                .read(scope, MONDAY, until, Optional.of("AAPL"))
                                .lots()),
                read("last packs", () -> explanations.prices().last(scope, symbols, 5)),
                read("packs of a range", () -> explanations.prices().between(scope, symbols, MONDAY, until)),
                read("a position's days", () -> explanations.positions().last(scope, "AAPL", 5)),
                read("corporate actions", () -> explanations.actions().known(scope.pack(), symbols)),
                read("current snapshots of two users", RoundTripsIT::snapshots),
                read(
                        "last valued days of two users",
                        () -> database.portfolioHistoryStore().lastValued(snapshots, until)),
                read(
                        "ledgers of two users",
                        () -> database.portfolioHistoryStore()
                                .ledgers(snapshots.stream()
                                        .map(snapshot -> new LedgerSpan(snapshot, Optional.empty(), until))
                                        .toList())),
                read("packs and prices", () -> database.packBooks().books(List.of(pack(MONDAY)), List.of("AAPL"))),
                read("open", () -> database.portfolios().open(ALICE, Optional.empty())),
                read("open by id", () -> database.portfolios().open(ALICE, Optional.of(ALICES.id()))),
                read(
                        "open with the newest pack",
                        () -> database.portfolios()
                                .begin(ALICE, Optional.empty(), Optional.empty())
                                .portfolios()),
                read(
                        "open by id with the newest pack of a day",
                        () ->
                                database
                                        .portfolios()
                                        .begin(ALICE, Optional.of(ALICES.id()), Optional.of(until))
                                        .pack()
                                        .stream()
                                        .toList()),
                read(
                        "newest pack",
                        () -> database.pricingPacks().newestAtOrBefore(until).stream()
                                .toList()),
                read(
                        "prices over time",
                        () -> database.priceHistory()
                                .books(new PriceHistory.Query(
                                        pack(MONDAY.plusDays(1)), MONDAY, List.of("AAPL"), List.of(CAD)))),
                read("pack", () -> database.pricingPacks().open(pack(MONDAY)).prices()),
                read(
                        "execution",
                        () ->
                                database
                                        .executions()
                                        .find(
                                                ALICE,
                                                TestingWorld.execution(ALICE, ALICES)
                                                        .requestId())
                                        .stream()
                                        .toList()));
    }

    private static List<Snapshot> snapshots() {
        return database.portfolioHistoryStore()
                .current(List.of(new Owned(ALICES.id(), ALICE), new Owned(BOBS.id(), BOB)));
    }

    private interface Read {
        List<?> run();
    }

    private static Arguments read(String name, Read read) {
        return Arguments.of(name, read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void everyReadIsOneRoundTripEachTime(String name, Read read) {
        read.run();
        proxy.roundTrips();
        for (int i = 0; i < TIMES; i++) {
            assertThat(read.run()).as("rows of time %d", i).isNotEmpty();
            assertThat(proxy.roundTrips()).as("round trips of time %d", i).isEqualTo(1);
        }
    }

    @Test
    void addingToTheHistoriesOfTwoUsersIsOneRoundTrip() {
        LocalDate day = MONDAY.plusDays(1);
        for (int i = 0; i < TIMES; i++) {
            HistoryRow row = day(1, pack(day));
            List<Added> added = snapshots().stream()
                    .map(snapshot -> new Added(
                            snapshot,
                            List.of(new Dated(snapshot.progress().orElseThrow().vintage(), row))))
                    .toList();
            proxy.roundTrips();
            database.portfolioHistoryStore().add(added);
            assertThat(proxy.roundTrips()).as("round trips of time %d", i).isEqualTo(1);
        }
    }

    @Test
    void storingAnExecutionIsOneRoundTrip() {
        database.ping(); // the pool itself asks whether a connection that was idle for half a second is alive
        for (int i = 0; i < TIMES; i++) {
            StoredExecution template = TestingWorld.execution(ALICE, ALICES);
            proxy.roundTrips();
            database.executions()
                    .save(new StoredExecution(
                            UUID.randomUUID(),
                            ALICE,
                            template.patternId(),
                            template.patternVersion(),
                            i % 2 == 0 ? Optional.empty() : template.portfolioId(),
                            template.pack(),
                            COMMIT,
                            "failed",
                            "{}",
                            i % 2 == 0 ? Optional.empty() : template.resultHash(),
                            template.createdAt(),
                            template.duration()));
            assertThat(proxy.roundTrips()).as("round trips of time %d", i).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatWentAwayIsAFailureWithoutItsAddress() throws IOException {
        try (TestingProxy cut = TestingProxy.before(testing.port());
                Database losing = Database.open(through(cut), 1)) {
            losing.ping();
            cut.cut();

            assertThatThrownBy(() -> losing.portfolios().of(ALICE))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.SERVICE_UNAVAILABLE))
                    .hasMessage("The database cannot be reached; try again in a moment");
            assertThatThrownBy(losing::ping).isInstanceOf(Failure.class);
        }
    }
}
