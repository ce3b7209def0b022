package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOB;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.execution.StoredExecution;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerSnapshots;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Portfolios;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Alice and Bob, a portfolio each. */
class PortfoliosIT {

    private TestingDatabase testing;
    private Portfolios portfolios;
    private LedgerSnapshots snapshots;

    @BeforeEach
    void fillTheDatabase() {
        testing = TestingDatabase.create();
        TestingWorld.fill(testing.database());
        portfolios = testing.database().portfolios();
        snapshots = testing.database().ledgerSnapshots();
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    @Nested
    class Opening {
        @Test
        void withoutANameFindsTheOnlyPortfolioWithItsCommit() {
            assertThat(portfolios.open(ALICE, Optional.empty()))
                    .containsExactly(new Portfolios.Opened(ALICES, Optional.of(COMMIT)));
        }

        @Test
        void withoutANameFindsNoneOrTwo() {
            Portfolio second = new Portfolio(UUID.randomUUID(), ALICE, "Second", CAD, "second.beancount");
            Portfolio third = new Portfolio(UUID.randomUUID(), ALICE, "Third", CAD, "third.beancount");
            portfolios.register(second);
            portfolios.register(third);

            assertThat(portfolios.open(ALICE, Optional.empty())).hasSize(2);
            assertThat(portfolios.open(UUID.randomUUID(), Optional.empty())).isEmpty();
            assertThat(portfolios.open(ALICE, Optional.of(third.id())))
                    .containsExactly(new Portfolios.Opened(third, Optional.empty()));
        }

        @Test
        void aForeignPortfolioFindsNothing() {
            assertThat(portfolios.open(ALICE, Optional.of(BOBS.id()))).isEmpty();
            assertThat(portfolios.find(ALICE, BOBS.id())).isEmpty();
            assertThat(portfolios.find(BOB, BOBS.id())).contains(BOBS);
        }
    }

    @Nested
    class ANewCommit {
        private final String next = "b".repeat(40);

        @Test
        void isAnsweredFromOnceItIsAdopted() {
            assertThat(snapshots.save(ALICE, ALICES.id(), book(next))).isTrue();
            assertThat(snapshots.current(ALICE, ALICES.id())).contains(COMMIT);

            snapshots.adopt(ALICE, ALICES.id(), next);

            assertThat(snapshots.current(ALICE, ALICES.id())).contains(next);
            assertThat(portfolios.open(ALICE, Optional.empty()).get(0).ledgerCommit())
                    .contains(next);
            assertThat(snapshots.current(BOB, BOBS.id())).as("Bob's").contains(COMMIT);
        }

        @Test
        void canBeGivenUpForTheOldOne() {
            snapshots.save(ALICE, ALICES.id(), book(next));
            snapshots.adopt(ALICE, ALICES.id(), next);
            assertThat(snapshots.save(ALICE, ALICES.id(), book(COMMIT)))
                    .as("it is there already")
                    .isFalse();

            snapshots.adopt(ALICE, ALICES.id(), COMMIT);

            assertThat(snapshots.current(ALICE, ALICES.id())).contains(COMMIT);
        }

        @Test
        void cannotBeAdoptedBeforeItIsImported() {
            assertThatThrownBy(() -> snapshots.adopt(ALICE, ALICES.id(), next))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("The ledger commit " + next + " was not imported");
        }

        @Test
        void withUnknownSecuritiesIsRefusedNamingThem() {
            LedgerBook good = book(next);
            LocalDate day = TestingRows.MONDAY;
            BigDecimal one = BigDecimal.ONE;
            List<LotPeriod> lots = List.of(
                    new LotPeriod(1, "ZZZ", day, day, Optional.empty(), one, one, CAD, one),
                    new LotPeriod(1, "DOGE", day, day, Optional.empty(), one, one, CAD, one));
            LedgerBook bad = new LedgerBook(next, good.path(), CAD, good.transactions(), lots, good.cash());

            assertThatThrownBy(() -> snapshots.save(ALICE, ALICES.id(), bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The ledger main.beancount at commit " + next
                            + " holds DOGE, ZZZ, unknown to the security master; add them there first");
        }

        @Test
        void cannotBeImportedIntoSomeoneElsesPortfolio() {
            assertThatThrownBy(() -> snapshots.save(BOB, ALICES.id(), book(next)))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void transactionsKeepTheirTextAndTheOrderOfTheirCash() {
        Sql sql = new Sql(testing.database().dataSource());

        List<String> narrations = sql.read(
                ALICE,
                "select narration from transactions order by sequence",
                answers -> answers.list(row -> row.getString(1)));
        List<BigDecimal> amounts = sql.read(
                ALICE,
                "select amount from transaction_cash where sequence = 1 order by position",
                answers -> answers.list(row -> row.getBigDecimal(1)));

        assertThat(narrations).containsExactly("Entry \"0\", \\ {quoted}", "Entry \"1\", \\ {quoted}");
        assertThat(amounts).containsExactly(new BigDecimal("-1958.90"), new BigDecimal("-4.95"));
    }

    @Test
    void aPortfolioIsRegisteredOnce() {
        portfolios.register(new Portfolio(ALICES.id(), ALICE, "Renamed", CAD, "other.beancount"));

        assertThat(portfolios.of(ALICE)).containsExactly(ALICES);
    }

    @Nested
    class AnExecution {
        @Test
        void comesBackToTheByte() {
            StoredExecution execution = TestingWorld.execution(ALICE, ALICES);

            assertThat(testing.database().executions().find(ALICE, execution.requestId()))
                    .contains(execution);
        }

        @Test
        void isInvisibleToOthers() {
            StoredExecution execution = TestingWorld.execution(ALICE, ALICES);

            assertThat(testing.database().executions().find(BOB, execution.requestId()))
                    .isEmpty();
        }

        @Test
        void cannotBeStoredTwice() {
            StoredExecution execution = TestingWorld.execution(ALICE, ALICES);

            assertThatThrownBy(() -> testing.database().executions().save(execution))
                    .hasMessageContaining("execution_pkey");
            assertThat(portfolios.of(ALICE))
                    .as("the connection is usable again")
                    .hasSize(1);
        }
    }
}
