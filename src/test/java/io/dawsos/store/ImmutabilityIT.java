package io.dawsos.store;

import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.pricing.PackStore;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts stay as they were written, whoever asks. */
class ImmutabilityIT {

    private static TestingDatabase testing;

    @BeforeAll
    static void fillTheDatabase() {
        testing = TestingDatabase.create();
        TestingWorld.fill(testing.database());
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    @Nested
    class AppendOnlyTables {
        @ParameterizedTest
        @CsvSource({
            "pricing_pack, hash",
            "prices, close",
            "fx_rates, rate",
            "securities, name",
            "ledger_snapshot, path",
            "ledger_adoption, adopted_at",
            "transactions, narration",
            "transaction_cash, amount",
            "lots, quantity",
            "cash_balances, amount",
            "portfolio_daily_values, total_value",
            "portfolio_daily_holdings, weight",
            "symbol_mapping, source",
            "symbol_override, reason",
            "symbol_change, detail",
            "corporate_actions, amount",
            "execution, response",
            "audit_log, details",
            "reconciliations, status",
            "export_audit, content",
            "export_checkpoint, signature"
        })
        void refuseUpdateDeleteAndTruncateToOwnerAndApplication(String table, String column) {
            String update = "update " + table + " set " + column + " = " + column;
            for (String statement : List.of(update, "delete from " + table, "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> testing.owner().execute(statement))
                        .as("owner: %s", statement)
                        .hasMessageContaining(
                                "is refused: its rows are facts that answers were computed from and never change");
                assertThatThrownBy(() -> testing.application().execute(statement))
                        .as("application: %s", statement)
                        .rootCause()
                        .hasMessageContaining("permission denied for table " + table);
            }
        }

        @Test
        void areAllTablesButThoseThatAreMeantToChange() {
            assertThat(testing.owner().queryForList("""
                                    select c.relname from pg_class c
                                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                                      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only')
                                    order by 1
                                    """, String.class))
                    .containsExactly(
                            "flyway_schema_history",
                            "nightly_job",
                            "nightly_run",
                            "portfolios",
                            "pricing_pack_state",
                            "users");
        }
    }

    @Nested
    class ContentOfAPack {
        private static final String PRICE = "insert into prices values (?, 'AAPL', ?, 1, 'USD', 'Demo')";
        private static final String RATE = "insert into fx_rates values (?, 'EUR', 'GBP', 1, ?, 'ECB')";

        @ParameterizedTest
        @ValueSource(strings = {PRICE, RATE})
        void cannotGrowOnceThePackIsFresh(String insert) {
            PackId fresh = pack(MONDAY.minusDays(insert.equals(PRICE) ? 10 : 11));
            testing.database().packStore().save(List.of(draft(fresh, "190")));
            testing.database().packStore().markFresh(List.of(fresh));
            Object[] row = {fresh.toString(), fresh.date()};
            if (insert.equals(PRICE)) {
                // a security of its own, so that not the primary key refuses it
                testing.application()
                        .update(
                                "insert into securities values ('NEW', 'New', 'USD', 'X', 'equity', null, 'US') on conflict do nothing");
            }
            String other = insert.replace("'AAPL'", "'NEW'");

            assertThatThrownBy(() -> testing.application().update(other, row))
                    .hasMessageContaining("is refused: pack " + fresh + " left warming and its content is sealed");
            assertThatThrownBy(() -> testing.owner().update(other, row))
                    .hasMessageContaining("is refused: pack " + fresh + " left warming and its content is sealed");
        }

        @Test
        void staysSealedWhenAFailedPackIsTriedAgain() {
            PackStore store = testing.database().packStore();
            PackId failed = pack(MONDAY.minusDays(20));
            store.save(List.of(draft(failed, "190")));
            store.markFailed(failed, "the ledger does not reconcile");
            store.retry(failed);

            assertThat(testing.database()
                            .pricingPacks()
                            .find(failed)
                            .orElseThrow()
                            .status())
                    .isEqualTo(PackStatus.WARMING);
            assertThatThrownBy(() -> testing.application().update(RATE, failed.toString(), failed.date()))
                    .hasMessageContaining("sealed");
            store.markFresh(List.of(failed));
        }

        @Test
        void cannotComeFromALaterDay() {
            PackId warming = pack(MONDAY.minusDays(30));
            testing.database().packStore().save(List.of(draft(warming, "190")));

            assertThatThrownBy(() -> testing.application()
                            .update(RATE, warming.toString(), warming.date().plusDays(1)))
                    .hasMessageContaining(
                            "dated " + warming.date().plusDays(1) + " cannot join the earlier pack " + warming);
        }

        @Test
        void cannotStandUnderAnIdOfAnotherDay() {
            assertThatThrownBy(
                            () -> testing.application()
                                    .update(
                                            "insert into pricing_pack (id, date, version, policy, providers, hash)"
                                                    + " values ('20200102_v1', date '2020-01-03', 1, 'ECB_CLOSE', '{}', repeat('0', 64))"))
                    .hasMessageContaining("violates check constraint");
        }
    }

    @Nested
    class StateOfAPack {
        private PackId saved(int daysBefore) {
            PackId id = pack(MONDAY.minusDays(daysBefore));
            testing.database().packStore().save(List.of(draft(id, "190")));
            return id;
        }

        @Test
        void cannotGoBackFromFresh() {
            PackId id = saved(40);
            testing.database().packStore().markFresh(List.of(id));

            assertThatThrownBy(() -> testing.database().packStore().markFailed(id, "late doubts"))
                    .hasMessageContaining("pack " + id + " cannot go from fresh to error");
            assertThatThrownBy(() -> testing.owner()
                            .update(
                                    "update pricing_pack_state set status = 'warming' where pack_id = ?",
                                    id.toString()))
                    .hasMessageContaining("pack " + id + " cannot go from fresh to warming");
        }

        @Test
        void cannotGoFromErrorToFresh() {
            PackId id = saved(41);
            testing.database().packStore().markFailed(id, "prices are missing");

            assertThat(testing.database().pricingPacks().find(id).orElseThrow().error())
                    .contains("prices are missing");
            assertThatThrownBy(() -> testing.database().packStore().markFresh(List.of(id)))
                    .hasMessageContaining("pack " + id + " cannot go from error to fresh");
        }

        @Test
        void cannotBeginAsFresh() {
            testing.application()
                    .update("insert into pricing_pack (id, date, version, policy, providers, hash)"
                            + " values ('20200103_v1', date '2020-01-03', 1, 'ECB_CLOSE', '{}', repeat('0', 64))");

            assertThatThrownBy(() -> testing.application()
                            .update("insert into pricing_pack_state (pack_id, date, policy, status, prewarm_done)"
                                    + " values ('20200103_v1', date '2020-01-03', 'ECB_CLOSE', 'fresh', true)"))
                    .hasMessageContaining("begins as warming, not as fresh");
        }

        @Test
        void cannotBeDeleted() {
            assertThatThrownBy(() -> testing.owner().execute("delete from pricing_pack_state"))
                    .hasMessageContaining("DELETE of pricing_pack_state is refused");
        }

        @Test
        void cannotBeFreshWhenItDidNotReconcile() {
            PackId id = saved(42);

            assertThatThrownBy(() -> testing.application()
                            .update(
                                    "update pricing_pack_state set status = 'fresh', prewarm_done = true, reconciliation_passed = false"
                                            + " where pack_id = ?",
                                    id.toString()))
                    .hasMessageContaining("violates check constraint");
        }

        @Test
        void marksAllOrNoneFresh() {
            PackId id = saved(43);
            PackId unknown = pack(MONDAY.minusDays(4000));

            assertThatThrownBy(() -> testing.database().packStore().markFresh(List.of(id, unknown)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("only 1 exist; none was marked fresh");
            assertThat(testing.database().pricingPacks().find(id).orElseThrow().status())
                    .isEqualTo(PackStatus.WARMING);
        }
    }
}
