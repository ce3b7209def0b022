package io.dawsos.nightly;

import static io.dawsos.nightly.TestingReconciliations.LEDGER;
import static io.dawsos.nightly.TestingReconciliations.PACK;
import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.nightly.Discrepancy.Kind;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.testing.TestingRows;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ledger of ten AAPL and some cash, and a database that holds something else. */
class ReconciliationIT {

    private TestingReconciliations books;

    @BeforeEach
    void fill() {
        books = new TestingReconciliations();
    }

    @AfterEach
    void drop() {
        books.close();
    }

    @ParameterizedTest
    @EnumSource(value = Damage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyDifferenceIsFoundAndPutsThePackInError(Damage damage) {
        books.store(ALICES, damage);
        books.store(BOBS, Damage.NONE);

        assertThatThrownBy(books::reconcile).hasMessageStartingWith("1 of 2 portfolios differ from their ledgers");

        assertThat(books.last(ALICES).discrepancies())
                .extracting(Discrepancy::kind)
                .isEqualTo(damage.found);
        assertThat(books.last(BOBS).passed()).isTrue();
        assertThat(books.alarms).containsExactly(ALICES.id());
        assertThat(books.refused).containsExactly(PACK);
        assertThat(books.status()).isEqualTo(PackStatus.ERROR);
        assertThat(books.database.pricingPacks().find(PACK).orElseThrow().error())
                .contains("1 portfolios differ from their ledgers");
        assertThatThrownBy(() -> books.markFresh().run(MONDAY))
                .hasMessageContaining("did not reconcile with the ledgers");
        assertThat(books.status()).isEqualTo(PackStatus.ERROR);
    }

    @Test
    void whatAgreesPassesAndThePackBecomesFresh() {
        books.store(ALICES, Damage.NONE);
        books.store(BOBS, Damage.NONE);
        JobReport report = books.reconcile();

        assertThat(report.summary()).startsWith("2 portfolios and 6 positions agree with the ledger");
        assertThat(report.warnings()).isEmpty();
        assertThat(books.database.reconciliations().outcome(PACK)).contains(true);
        assertThat(books.markFresh().run(MONDAY).summary()).isEqualTo(PACK + " is fresh");
        assertThat(books.status()).isEqualTo(PackStatus.FRESH);
    }

    @Test
    void daysWithoutAValueForWantOfARateOfWhatOnlyMovedPassAndAreTold() {
        LocalDate tuesday = MONDAY.plusDays(1);
        LocalDate wednesday = MONDAY.plusDays(2);
        PackId pack = new PackId(wednesday, 1);
        books.database.packStore().save(List.of(draft(new PackId(tuesday, 1), "196"), draft(pack, "197")));
        LedgerBook book = TestingRows.withLira(LEDGER, tuesday);
        books.database.portfolios().register(ALICES);
        HistoryBuilder histories =
                new HistoryBuilder(books.database.packBooks(), books.database.portfolioHistoryStore());
        new LedgerJob(books.database.ledgerSnapshots(), books.database.portfolioHistoryStore(), histories)
                .run(ALICES, book);

        StoredBook stored = books.database.reconciliations().stored(ALICE, pack).get(0);
        assertThat(stored.unvalued()).contains(new StoredBook.Unvalued(List.of("rate TRY/CAD"), Optional.of(MONDAY)));
        JobReport report = books.job((path, commit) -> book).run(wednesday);

        assertThat(report.warnings())
                .containsExactly("The value of portfolio " + ALICES.id() + " was not compared, it has none: pack "
                        + pack + " lacks rate TRY/CAD");
        assertThat(books.last(ALICES).passed()).isTrue();
        assertThat(books.last(ALICES).unvalued()).containsExactly("rate TRY/CAD");
        assertThat(books.database.reconciliations().outcome(pack)).contains(true);
        books.job((path, commit) -> book).run(wednesday);
        assertThat(books.database.reconciliations().of(ALICE, ALICES.id(), 10)).hasSize(1);
        books.job((path, commit) -> book).run(MONDAY);
        assertThat(books.last(ALICES).unvalued()).isEmpty();
    }

    @Test
    void aRowThatSomebodyAddedToTheDatabaseIsFoundTheNextNight() throws SQLException {
        books.store(ALICES, Damage.NONE);
        books.reconcile();
        books.insertAsOwner("insert into cash_balances (snapshot_id, portfolio_id, currency, valid_from, amount)"
                + " select id, portfolio_id, 'EUR', date '" + MONDAY + "', 5 from ledger_snapshot");

        assertThatThrownBy(books::reconcile).isInstanceOf(IllegalStateException.class);
        assertThat(books.last(ALICES).discrepancies()).singleElement().satisfies(each -> {
            assertThat(each.account()).isEqualTo("EUR");
            assertThat(each.kind()).isEqualTo(Kind.CASH_MISMATCH);
            assertThat(each.stored().orElseThrow()).isEqualByComparingTo("5");
        });
    }

    @Test
    void aPackInErrorIsTriedAgainWhenTheCauseIsMended() {
        books.store(ALICES, Damage.CASH);
        assertThatThrownBy(books::reconcile).isInstanceOf(IllegalStateException.class);
        LedgerBook mended = Damage.CASH.change.apply(LEDGER);
        books.job((path, commit) -> mended).run(MONDAY);

        assertThat(books.status()).isEqualTo(PackStatus.WARMING);
        books.markFresh().run(MONDAY);
        assertThat(books.status()).isEqualTo(PackStatus.FRESH);
        assertThat(books.database.reconciliations().of(ALICE, ALICES.id(), 10))
                .extracting(Reconciliation::passed)
                .containsExactly(true, false);
    }

    @Test
    void aJournalThatCannotBeReadAnyMoreIsADifferenceToo() {
        books.store(ALICES, Damage.NONE);
        ReconcileLedgerJob blind = books.job((path, commit) -> {
            throw new IllegalArgumentException("There is no such commit");
        });
        assertThatThrownBy(() -> blind.run(MONDAY)).isInstanceOf(IllegalStateException.class);
        assertThat(books.last(ALICES).discrepancies())
                .extracting(Discrepancy::account, Discrepancy::kind)
                .containsExactly(tuple("LEDGER", Kind.EXCEPTION));
    }

    @Test
    void afterThePackIsFreshADifferenceFailsTheNightAndThePackStays() {
        books.store(ALICES, Damage.NONE);
        books.reconcile();
        books.markFresh().run(MONDAY);
        ReconcileLedgerJob other = books.job((path, commit) -> Damage.CASH.change.apply(LEDGER));
        assertThatThrownBy(() -> other.run(MONDAY)).hasMessageStartingWith("1 of 1 portfolios differ");
        assertThat(books.status()).isEqualTo(PackStatus.FRESH);
        assertThat(books.alarms).containsExactly(ALICES.id());
    }

    @Test
    void aComparisonThatFindsTheSameAgainIsKeptOnce() {
        books.store(ALICES, Damage.NONE);
        books.reconcile();
        books.reconcile();
        assertThat(books.database.reconciliations().of(ALICE, ALICES.id(), 10)).hasSize(1);
    }

    @Test
    void aPortfolioWithoutALedgerIsToldOf() {
        books.store(ALICES, Damage.NONE);
        books.database.portfolios().register(BOBS);
        assertThat(books.reconcile().warnings()).containsExactly("1 portfolios have no ledger yet");
    }

    @Test
    void nobodySeesTheReconciliationsOfOthers() {
        books.store(ALICES, Damage.NONE);
        books.store(BOBS, Damage.UNITS);
        assertThatThrownBy(books::reconcile).isInstanceOf(IllegalStateException.class);
        assertThat(books.database.reconciliations().of(BOB, ALICES.id(), 10)).isEmpty();
        assertThat(books.testing.application().queryForObject("select count(*) from reconciliations", Long.class))
                .isZero();
    }

    @Test
    void quantitiesOfPastDaysComeFromThePeriodsOfTheirLots() {
        PackId wednesday = new PackId(MONDAY.plusDays(2), 1);
        books.database.packStore().save(List.of(draft(wednesday, "195.89")));
        books.store(ALICES, Damage.NONE);
        List<StoredBook> stored = books.database.reconciliations().stored(ALICE, wednesday);
        assertThat(stored).singleElement().satisfies(book -> {
            assertThat(book.positions())
                    .hasEntrySatisfying(
                            "AAPL", held -> assertThat(held.quantity()).isEqualByComparingTo("6"));
            assertThat(book.value()).isEmpty();
            assertThat(book.cash()).containsOnlyKeys("USD");
        });
        LocalDate before = MONDAY.minusDays(1);
        books.database.packStore().save(List.of(draft(new PackId(before, 1), "195.89")));
        assertThat(books.database
                        .reconciliations()
                        .stored(ALICE, new PackId(before, 1))
                        .get(0)
                        .positions())
                .isEmpty();
    }
}
