package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.securities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.Discrepancy.Kind;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ledger of ten AAPL and some cash, and a database that holds something else. */
class ReconciliationIT {

    private static final PackId PACK = new PackId(MONDAY, 1);
    private static final LedgerBook LEDGER = TestingRows.book(TestingRows.COMMIT);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-12-19T05:05:00Z"), ZoneOffset.UTC);

    private final List<UUID> alarms = new ArrayList<>();
    private final List<PackId> refused = new ArrayList<>();
    private TestingDatabase testing;
    private Database database;

    @BeforeEach
    void fill() {
        testing = TestingDatabase.create();
        database = testing.database();
        database.securityStore().add(securities());
        database.packStore().save(List.of(draft(PACK, "195.89")));
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private void store(Portfolio portfolio, Damage damage) {
        UUID user = portfolio.userId();
        database.portfolios().register(portfolio);
        database.ledgerSnapshots().save(user, portfolio.id(), damage.change.apply(LEDGER));
        HistoryDay day = new HistoryDay(
                new DailyValue(MONDAY, PACK, value().multiply(damage.factor), BigDecimal.ZERO), 1, List.of());
        TestingWorld.store(database, portfolio, List.of(day));
        database.ledgerSnapshots().adopt(user, portfolio.id(), TestingRows.COMMIT);
    }

    /** What the ledger's holdings are worth, by the valuation of the answers. */
    private static BigDecimal value() {
        Lot lot = new Lot(1, "AAPL", MONDAY, BigDecimal.TEN, BigDecimal.ONE, USD, BigDecimal.ONE);
        List<CashBalance> cash =
                List.of(new CashBalance(CAD, new BigDecimal("1000")), new CashBalance(USD, new BigDecimal("-17.25")));
        return Valuation.of(
                        new Holdings(MONDAY, List.of(lot), cash),
                        draft(PACK, "195.89").book(),
                        CAD)
                .totalValue();
    }

    private final class Alarms implements NightListener {
        @Override
        public void reconciled(UUID owner, Reconciliation found) {
            if (!found.passed()) {
                alarms.add(found.portfolioId());
            }
        }

        @Override
        public void packRefused(PackId pack, int portfolios) {
            refused.add(pack);
        }
    }

    private ReconcileLedgerJob job(LedgerReader reader) {
        return new ReconcileLedgerJob(new ReconcileLedgerJob.Parts(
                database.portfolios(),
                database.pricingPacks(),
                database.packStore(),
                database.reconciliations(),
                reader,
                new Alarms(),
                CLOCK));
    }

    private JobReport reconcile() {
        return job((path, commit) -> LEDGER).run(MONDAY);
    }

    private MarkPackFreshJob markFresh() {
        return new MarkPackFreshJob(database.pricingPacks(), database.packStore(), database.reconciliations());
    }

    private Reconciliation last(Portfolio portfolio) {
        return database.reconciliations()
                .of(portfolio.userId(), portfolio.id(), 1)
                .get(0);
    }

    private PackStatus status() {
        return database.pricingPacks().find(PACK).orElseThrow().status();
    }

    @ParameterizedTest
    @EnumSource(value = Damage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyDifferenceIsFoundAndPutsThePackInError(Damage damage) {
        store(ALICES, damage);
        store(BOBS, Damage.NONE);

        assertThatThrownBy(this::reconcile).hasMessageStartingWith("1 of 2 portfolios differ from their ledgers");

        assertThat(last(ALICES).discrepancies()).extracting(Discrepancy::kind).isEqualTo(damage.found);
        assertThat(last(BOBS).passed()).isTrue();
        assertThat(alarms).containsExactly(ALICES.id());
        assertThat(refused).containsExactly(PACK);
        assertThat(status()).isEqualTo(PackStatus.ERROR);
        assertThat(database.pricingPacks().find(PACK).orElseThrow().error())
                .contains("1 portfolios differ from their ledgers");
        assertThatThrownBy(() -> markFresh().run(MONDAY)).hasMessageContaining("did not reconcile with the ledgers");
        assertThat(status()).isEqualTo(PackStatus.ERROR);
    }

    @Test
    void whatAgreesPassesAndThePackBecomesFresh() {
        store(ALICES, Damage.NONE);
        store(BOBS, Damage.NONE);
        JobReport report = reconcile();

        assertThat(report.summary()).startsWith("2 portfolios and 6 positions agree with the ledger");
        assertThat(report.warnings()).isEmpty();
        assertThat(database.reconciliations().outcome(PACK)).contains(true);
        assertThat(markFresh().run(MONDAY).summary()).isEqualTo(PACK + " is fresh");
        assertThat(status()).isEqualTo(PackStatus.FRESH);
    }

    @Test
    void daysWithoutAValueForWantOfARateOfWhatOnlyMovedPassAndAreTold() {
        LocalDate tuesday = MONDAY.plusDays(1);
        LocalDate wednesday = MONDAY.plusDays(2);
        PackId pack = new PackId(wednesday, 1);
        database.packStore().save(List.of(draft(new PackId(tuesday, 1), "196"), draft(pack, "197")));
        LedgerBook book = TestingRows.withLira(LEDGER, tuesday);
        database.portfolios().register(ALICES);
        HistoryBuilder histories = new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore());
        new LedgerJob(database.ledgerSnapshots(), database.portfolioHistoryStore(), histories).run(ALICES, book);

        StoredBook stored = database.reconciliations().stored(ALICE, pack).get(0);
        assertThat(stored.unvalued()).contains(new StoredBook.Unvalued(List.of("rate TRY/CAD"), Optional.of(MONDAY)));
        JobReport report = job((path, commit) -> book).run(wednesday);

        assertThat(report.warnings())
                .containsExactly("The value of portfolio " + ALICES.id() + " was not compared, it has none: pack "
                        + pack + " lacks rate TRY/CAD");
        assertThat(last(ALICES).passed()).isTrue();
        assertThat(last(ALICES).unvalued()).containsExactly("rate TRY/CAD");
        assertThat(database.reconciliations().outcome(pack)).contains(true);
        job((path, commit) -> book).run(wednesday);
        assertThat(database.reconciliations().of(ALICE, ALICES.id(), 10)).hasSize(1);
        job((path, commit) -> book).run(MONDAY);
        assertThat(last(ALICES).unvalued()).isEmpty();
    }

    private void insertAsOwner(String insert) throws SQLException {
        try (Connection owner = TestingDatabase.source(testing.url()).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("select set_config('app.user_id', '" + ALICE + "', false)");
            statement.execute(insert);
        }
    }

    @Test
    void aRowThatSomebodyAddedToTheDatabaseIsFoundTheNextNight() throws SQLException {
        store(ALICES, Damage.NONE);
        reconcile();
        insertAsOwner("insert into cash_balances (snapshot_id, portfolio_id, currency, valid_from, amount)"
                + " select id, portfolio_id, 'EUR', date '" + MONDAY + "', 5 from ledger_snapshot");

        assertThatThrownBy(this::reconcile).isInstanceOf(IllegalStateException.class);
        assertThat(last(ALICES).discrepancies()).singleElement().satisfies(each -> {
            assertThat(each.account()).isEqualTo("EUR");
            assertThat(each.kind()).isEqualTo(Kind.CASH_MISMATCH);
            assertThat(each.stored().orElseThrow()).isEqualByComparingTo("5");
        });
    }

    @Test
    void aPackInErrorIsTriedAgainWhenTheCauseIsMended() {
        store(ALICES, Damage.CASH);
        assertThatThrownBy(this::reconcile).isInstanceOf(IllegalStateException.class);
        LedgerBook mended = Damage.CASH.change.apply(LEDGER);
        job((path, commit) -> mended).run(MONDAY);

        assertThat(status()).isEqualTo(PackStatus.WARMING);
        markFresh().run(MONDAY);
        assertThat(status()).isEqualTo(PackStatus.FRESH);
        assertThat(database.reconciliations().of(ALICE, ALICES.id(), 10))
                .extracting(Reconciliation::passed)
                .containsExactly(true, false);
    }

    @Test
    void aJournalThatCannotBeReadAnyMoreIsADifferenceToo() {
        store(ALICES, Damage.NONE);
        ReconcileLedgerJob blind = job((path, commit) -> {
            throw new IllegalArgumentException("There is no such commit");
        });
        assertThatThrownBy(() -> blind.run(MONDAY)).isInstanceOf(IllegalStateException.class);
        assertThat(last(ALICES).discrepancies())
                .extracting(Discrepancy::account, Discrepancy::kind)
                .containsExactly(tuple("LEDGER", Kind.EXCEPTION));
    }

    @Test
    void afterThePackIsFreshADifferenceFailsTheNightAndThePackStays() {
        store(ALICES, Damage.NONE);
        reconcile();
        markFresh().run(MONDAY);
        ReconcileLedgerJob other = job((path, commit) -> Damage.CASH.change.apply(LEDGER));
        assertThatThrownBy(() -> other.run(MONDAY)).hasMessageStartingWith("1 of 1 portfolios differ");
        assertThat(status()).isEqualTo(PackStatus.FRESH);
        assertThat(alarms).containsExactly(ALICES.id());
    }

    @Test
    void aComparisonThatFindsTheSameAgainIsKeptOnce() {
        store(ALICES, Damage.NONE);
        reconcile();
        reconcile();
        assertThat(database.reconciliations().of(ALICE, ALICES.id(), 10)).hasSize(1);
    }

    @Test
    void aPortfolioWithoutALedgerIsToldOf() {
        store(ALICES, Damage.NONE);
        database.portfolios().register(BOBS);
        assertThat(reconcile().warnings()).containsExactly("1 portfolios have no ledger yet");
    }

    @Test
    void nobodySeesTheReconciliationsOfOthers() {
        store(ALICES, Damage.NONE);
        store(BOBS, Damage.UNITS);
        assertThatThrownBy(this::reconcile).isInstanceOf(IllegalStateException.class);
        assertThat(database.reconciliations().of(BOB, ALICES.id(), 10)).isEmpty();
        assertThat(testing.application().queryForObject("select count(*) from reconciliations", Long.class))
                .isZero();
    }

    @Test
    void quantitiesOfPastDaysComeFromThePeriodsOfTheirLots() {
        PackId wednesday = new PackId(MONDAY.plusDays(2), 1);
        database.packStore().save(List.of(draft(wednesday, "195.89")));
        store(ALICES, Damage.NONE);
        List<StoredBook> stored = database.reconciliations().stored(ALICE, wednesday);
        assertThat(stored).singleElement().satisfies(book -> {
            assertThat(book.positions())
                    .hasEntrySatisfying(
                            "AAPL", held -> assertThat(held.quantity()).isEqualByComparingTo("6"));
            assertThat(book.value()).isEmpty();
            assertThat(book.cash()).containsOnlyKeys("USD");
        });
        LocalDate before = MONDAY.minusDays(1);
        database.packStore().save(List.of(draft(new PackId(before, 1), "195.89")));
        assertThat(database.reconciliations()
                        .stored(ALICE, new PackId(before, 1))
                        .get(0)
                        .positions())
                .isEmpty();
    }
}
