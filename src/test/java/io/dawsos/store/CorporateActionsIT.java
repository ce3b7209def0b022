package io.dawsos.store;

import static io.dawsos.testing.TestingActions.dividend;
import static io.dawsos.testing.TestingActions.split;
import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.portfolio.explain.CorporateAction;
import io.dawsos.portfolio.explain.PackDiff;
import io.dawsos.portfolio.explain.PackDiffs;
import io.dawsos.pricing.PackId;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a pack may know of corporate actions, and why two packs of the database differ. */
class CorporateActionsIT {

    private static final NavigableSet<String> APPLE = new TreeSet<>(List.of("AAPL"));
    private static final PackId TUESDAY = pack(MONDAY.plusDays(1));

    private final TestingDatabase testing = TestingDatabase.create();
    private final Database database = testing.database();

    @BeforeEach
    void fill() {
        TestingWorld.fill(database);
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private int add(CorporateAction action) {
        return database.corporateActionStore().add(List.of(action));
    }

    private List<BigDecimal> amounts(PackId pack) {
        return database.explanations().actions().known(pack, APPLE).stream()
                .flatMap(action -> action.amount().stream())
                .toList();
    }

    private PackId packOf(LocalDate day) {
        database.packStore().save(List.of(draft(pack(day), "197")));
        return pack(day);
    }

    @Nested
    class AnAction {

        @Test
        void isReadAsItWasStored() {
            CorporateAction told = dividend("AAPL", "2023-12-20", "2023-12-27", "0.250", "USD", "2023-12-18");
            assertThat(add(told)).isEqualTo(1);
            assertThat(add(split("AAPL", "2023-12-19", "4", "1"))).isEqualTo(1);
            assertThat(database.explanations().actions().known(packOf(MONDAY.plusDays(2)), APPLE))
                    .contains(told, split("AAPL", "2023-12-19", "4", "1"))
                    .hasSize(3);
        }

        @Test
        void isStoredOnce() {
            CorporateAction told = dividend("AAPL", "2023-12-20", "2023-12-27", "0.25", "USD", "2023-12-18");
            assertThat(add(told)).isEqualTo(1);
            assertThat(add(told)).isZero();
            assertThat(add(dividend("AAPL", "2023-12-20", "2023-12-27", "0.2500", "USD", "2023-12-18")))
                    .as("the same number")
                    .isZero();
        }

        @Test
        void thatComesAfterAPackChangesNothingOfIt() {
            List<BigDecimal> before = amounts(TUESDAY);
            add(dividend("AAPL", "2023-12-19", "2023-12-27", "0.99", "USD", ""));
            assertThat(amounts(TUESDAY)).isEqualTo(before).hasSize(1);
            assertThat(amounts(packOf(MONDAY.plusDays(2)))).hasSize(2);
        }

        @Test
        void isKnownToARestatementMadeAfterIt() {
            add(dividend("AAPL", "2023-12-19", "2023-12-27", "0.99", "USD", ""));
            PackId second = new PackId(TUESDAY.date(), 2);
            database.packStore().restate(TestingRows.restatement(TUESDAY, draft(second, "196.94"), "corrected close"));
            assertThat(amounts(TUESDAY)).hasSize(1);
            assertThat(amounts(second)).hasSize(2);
        }

        @Test
        void thatCorrectsAnotherTakesItsPlaceInLaterPacks() {
            add(dividend("AAPL", MONDAY.toString(), MONDAY.plusDays(7).toString(), "0.26", "USD", ""));
            assertThat(amounts(TUESDAY)).containsExactly(new BigDecimal("0.24"));
            assertThat(amounts(packOf(MONDAY.plusDays(2)))).containsExactly(new BigDecimal("0.26"));
        }

        @Test
        void isKnownFromItsAnnouncementOrElseFromItsExDate() {
            add(dividend("AAPL", "2024-02-09", "2024-02-15", "0.30", "USD", "2023-12-21"));
            add(dividend("AAPL", "2023-12-22", "2023-12-29", "0.10", "USD", ""));
            PackId wednesday = packOf(MONDAY.plusDays(2));
            PackId thursday = packOf(MONDAY.plusDays(3));
            PackId friday = packOf(MONDAY.plusDays(4));
            assertThat(amounts(wednesday)).hasSize(1);
            assertThat(amounts(thursday)).contains(new BigDecimal("0.30")).hasSize(2);
            assertThat(amounts(friday)).contains(new BigDecimal("0.10")).hasSize(3);
        }

        @Test
        void ofAnUnknownSecurityIsRefusedByName() {
            assertThatThrownBy(() -> add(dividend("TSLA", "2024-02-09", "", "0.30", "USD", "")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("TSLA, unknown to the security master");
        }

        @Test
        void cannotSaySinceWhenItIsKnown() {
            testing.application()
                    .update(
                            "insert into corporate_actions (symbol, kind, ex_date, amount, currency, provider, known_after)"
                                    + " values ('AAPL', 'dividend', '2023-12-18', 9, 'USD', 'Forger', 0)");
            assertThat(amounts(TUESDAY)).containsExactly(new BigDecimal("0.24"));
        }
    }

    @Nested
    class ADifferenceOfPacks {

        private final PackDiffs diffs = new PackDiffs(
                new PackDiffs.Sources(
                        database.portfolios(),
                        database.pricingPacks(),
                        database.packVersions(),
                        database.portfolioHistory(),
                        database.explanations().ledger()),
                30);

        private void fresh(PackId... packs) {
            database.packStore().markFresh(List.of(packs));
        }

        @Test
        void withinOneDayIsAllRestatement() {
            PackId second = new PackId(TUESDAY.date(), 2);
            fresh(TUESDAY);
            database.packStore().restate(TestingRows.restatement(TUESDAY, draft(second, "200.00"), "corrected close"));
            fresh(second);
            PackDiff diff = diffs.between(ALICE, TUESDAY, second, Optional.empty());
            assertThat(diff.difference())
                    .isPositive()
                    .isEqualByComparingTo(diff.totals().total());
            assertThat(diff.totals().restatement()).isEqualByComparingTo(diff.difference());
            assertThat(diff.restated()).isEqualTo(second);
            assertThat(diffs.between(ALICE, second, TUESDAY, Optional.empty()).difference())
                    .isEqualByComparingTo(diff.difference().negate());
        }

        @Test
        void takesARestatementOfTheFirstDayApartWhenTheSecondPackKnowsIt() {
            PackId monday = pack(MONDAY);
            PackId restated = new PackId(MONDAY, 2);
            fresh(monday, TUESDAY);
            database.packStore().restate(TestingRows.restatement(monday, draft(restated, "190.00"), "corrected close"));
            PackId later = packOf(MONDAY.plusDays(3));
            fresh(restated, later);
            assertThat(diffs.between(ALICE, monday, TUESDAY, Optional.empty())
                            .totals()
                            .restatement())
                    .as("Tuesday's pack was made before")
                    .isEqualByComparingTo("0");
            PackDiff diff = diffs.between(ALICE, monday, later, Optional.empty());
            assertThat(diff.restated()).isEqualTo(restated);
            assertThat(diff.totals().restatement()).isNegative();
            assertThat(diff.totals().total()).isEqualByComparingTo(diff.difference());
        }

        @Test
        void waitsForPacksThatAreWarming() {
            assertThatThrownBy(() -> diffs.between(ALICE, pack(MONDAY), TUESDAY, Optional.empty()))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.reason()).isEqualTo(FailureReason.PACK_WARMING);
                        assertThat(failure.extensions()).containsEntry("retry_after", 30);
                    });
        }

        @Test
        void isToldToNobodyElse() {
            fresh(pack(MONDAY), TUESDAY);
            for (UUID portfolio : List.of(ALICES.id(), new UUID(0, 99))) {
                assertThatThrownBy(() -> diffs.between(BOB, pack(MONDAY), TUESDAY, Optional.of(portfolio)))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PORTFOLIO_NOT_FOUND))
                        .hasMessage("Portfolio " + portfolio + " not found");
            }
        }

        @Test
        void readsTheSameLedgerAsTheHistory() {
            fresh(pack(MONDAY), TUESDAY);
            TestingWorld.store(database, ALICES, List.of(day(1, TUESDAY)));
            PackDiff diff = diffs.between(ALICE, pack(MONDAY), TUESDAY, Optional.of(ALICES.id()));
            // ten AAPL from 195.89 to 196.94 at 1.46 / 1.1
            assertThat(diff.difference()).isCloseTo(new BigDecimal("13.936"), within(new BigDecimal("0.001")));
            assertThat(diff.ledgerCommit()).isEqualTo(COMMIT);
        }
    }
}
