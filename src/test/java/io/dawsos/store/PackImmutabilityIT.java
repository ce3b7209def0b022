package io.dawsos.store;

import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static io.dawsos.testing.TestingRows.restatement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.pricing.MarketRow;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.QuarantineReason;
import io.dawsos.pricing.QuarantinedRow;
import io.dawsos.pricing.RowSource;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every statement that could change what a pack is, against packs in every state, as both roles that the service uses: the owner that
 * migrates, and the application. Each must be refused, and afterwards every row is as it was.
 */
class PackImmutabilityIT {

    private static final List<String> TABLES =
            List.of("pricing_pack", "prices", "fx_rates", "pack_quarantine", "pack_restatement", "pack_acceptance");
    private static final String CHANGED = "is refused: its rows are facts";
    private static final String FORBIDDEN = "permission denied for table";
    private static final PackId WARMING = pack(MONDAY);
    private static final PackId FRESH = pack(MONDAY.minusDays(1));
    private static final PackId FAILED = pack(MONDAY.minusDays(2));
    private static final PackId RETRIED = pack(MONDAY.minusDays(3));
    private static final PackId OLD = pack(MONDAY.minusDays(4));
    private static final PackId RESTATED = new PackId(OLD.date(), 2);
    private static final PackId OLD_WARMING = pack(MONDAY.minusDays(5));
    private static TestingDatabase testing;

    /**
     * One attempt.
     *
     * @param refusal what the database says to either role
     */
    record Attempt(boolean owner, String statement, List<String> refusal) {
        @Override
        public String toString() {
            return (owner ? "owner: " : "application: ") + statement;
        }
    }

    @BeforeAll
    static void fillTheDatabase() {
        testing = TestingDatabase.create();
        testing.database().securityStore().add(TestingRows.securities());
        testing.owner().update("insert into securities values ('NEW', 'New', 'USD', 'X', 'equity', null, 'US')");
        PackStore store = testing.database().packStore();
        Stream.of(WARMING, FRESH, FAILED, RETRIED, OLD, OLD_WARMING)
                .forEach(id -> store.save(List.of(withQuarantine(draft(id, "190")))));
        store.markFresh(List.of(FRESH, OLD));
        store.markFailed(FAILED, "CHF is missing");
        store.markFailed(RETRIED, "CHF is missing");
        store.retry(RETRIED);
        store.restate(restatement(OLD, draft(RESTATED, "95"), "split"));
        store.restate(restatement(OLD_WARMING, draft(new PackId(OLD_WARMING.date(), 2), "95"), "split"));
        testing.owner()
                .update(
                        "insert into pack_acceptance select id, ? from pack_quarantine where pack_id = ?",
                        RESTATED.toString(),
                        OLD.toString());
    }

    private static PackDraft withQuarantine(PackDraft draft) {
        MarketRow row = new MarketRow(
                MarketRow.Kind.CLOSE,
                "AAPL",
                "USD",
                "-5",
                draft.id().date(),
                "Demo",
                new RowSource("Demo.closes.csv", 3));
        return new PackDraft(
                draft.policy(),
                draft.book(),
                List.of("XYZ"),
                List.of(new QuarantinedRow(row, QuarantineReason.NEGATIVE, "-5 is negative")));
    }

    @AfterAll
    static void drop() {
        testing.close();
    }

    private static JdbcTemplate as(boolean owner) {
        return owner ? testing.owner() : testing.application();
    }

    /** UPDATE of every column, DELETE and TRUNCATE of every table. */
    static Stream<Attempt> changes() {
        return TABLES.stream().flatMap(PackImmutabilityIT::changes);
    }

    private static Stream<Attempt> changes(String table) {
        List<String> statements = new ArrayList<>();
        testing.owner()
                .queryForList(
                        "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                                + " and is_identity = 'NO' order by 1",
                        String.class,
                        table)
                .forEach(column -> statements.add("update " + table + " set " + column + " = " + column));
        statements.addAll(List.of("delete from " + table, "truncate " + table, "truncate " + table + " cascade"));
        return statements.stream()
                .flatMap(statement -> Stream.of(
                        new Attempt(true, statement, List.of(CHANGED, "cannot truncate a table referenced")),
                        new Attempt(false, statement, List.of(FORBIDDEN))));
    }

    /** Rows for packs that are stored, whatever their state. */
    static Stream<Attempt> lateRows() {
        return Stream.of(WARMING, FRESH, FAILED, RETRIED, OLD, RESTATED, OLD_WARMING)
                .flatMap(id -> {
                    LocalDate day = id.date();
                    return Stream.of(
                            "insert into prices values ('" + id + "', 'NEW', '" + day + "', 1, 'USD', 'Demo')",
                            "insert into fx_rates values ('" + id + "', 'EUR', 'GBP', 1, '" + day + "', 'ECB')");
                })
                .flatMap(statement -> both(
                        statement,
                        "left warming and its content is sealed",
                        "is stored, and its content came with it"));
    }

    /** Every change of a state but warming to fresh or error, and error to warming; and what would unlink, relink or forge one. */
    static Stream<Attempt> transitions() {
        return Stream.of(
                        change(FRESH, "status = 'warming', prewarm_done = false"),
                        change(FRESH, "status = 'error', error_message = 'doubts'"),
                        change(FAILED, "status = 'fresh', prewarm_done = true, error_message = null"),
                        change(OLD, "status = 'warming'"),
                        change(OLD, "status = 'error', error_message = 'doubts'"),
                        change(OLD_WARMING, "status = 'fresh', prewarm_done = true"),
                        change(OLD_WARMING, "status = 'error', error_message = 'doubts'"),
                        change(OLD, "superseded_by = null"),
                        change(OLD, "superseded_by = '" + FRESH + "'"),
                        change(OLD, "superseded_by = '" + OLD + "'"),
                        change(FRESH, "superseded_by = '" + FRESH + "'"),
                        change(FRESH, "superseded_by = '" + WARMING + "'"),
                        change(RESTATED, "superseded_by = '" + OLD + "'"),
                        change(WARMING, "status = 'stale'"),
                        change(WARMING, "status = 'fresh'"),
                        change(WARMING, "status = 'fresh', prewarm_done = true, reconciliation_passed = false"),
                        change(WARMING, "status = 'error'"),
                        change(WARMING, "error_message = 'none'"),
                        change(WARMING, "reconciliation_passed = true, reconciliation_error_bps = 1.5"),
                        "delete from pricing_pack_state",
                        "truncate pricing_pack_state",
                        "insert into pricing_pack_state (pack_id, date, policy, status, prewarm_done) values ('" + FRESH
                                + "', '" + FRESH.date() + "', 'ECB_CLOSE', 'fresh', true)",
                        "insert into pack_restatement values ('" + FRESH + "', '" + WARMING
                                + "', 'forged', gen_random_uuid(), now())",
                        "insert into pack_restatement values ('" + WARMING + "', '" + FRESH
                                + "', ' ', gen_random_uuid(), now())")
                .flatMap(statement -> both(
                        statement,
                        "cannot go from",
                        "is superseded and stays",
                        "is superseded by",
                        "is superseded only by a later version",
                        "violates check constraint",
                        "violates foreign key constraint",
                        "duplicate key value",
                        "begins as warming",
                        "is refused: its rows are facts",
                        FORBIDDEN));
    }

    /** Columns that the application has no grant for, and that the owner cannot turn either. */
    static Stream<Attempt> identities() {
        return Stream.of(
                        change(FRESH, "pack_id = '19990101_v1'"),
                        change(FRESH, "date = '" + MONDAY.plusDays(9) + "'"),
                        change(FRESH, "policy = 'OTHER'"))
                .flatMap(statement -> both(statement, "cannot become that of another pack", FORBIDDEN));
    }

    private static String change(PackId id, String assignments) {
        return "update pricing_pack_state set " + assignments + " where pack_id = '" + id + "'";
    }

    private static Stream<Attempt> both(String statement, String... refusals) {
        return Stream.of(
                new Attempt(true, statement, List.of(refusals)), new Attempt(false, statement, List.of(refusals)));
    }

    /** Every row of every table, in one round trip of the pool: it is asked for before and after each attempt. */
    private static String everything() {
        String rows = Stream.concat(TABLES.stream(), Stream.of("pricing_pack_state"))
                .map(table -> "select '" + table + "' || to_jsonb(t)::text as row from " + table + " t")
                .collect(Collectors.joining(" union all "));
        return String.valueOf(testing.application()
                .queryForObject("select string_agg(row, ' ' order by row) from (" + rows + ") r", String.class));
    }

    @ParameterizedTest
    @MethodSource({"changes", "lateRows", "transitions", "identities"})
    void isRefusedAndChangesNothing(Attempt attempt) {
        String before = everything();

        assertThatThrownBy(() -> as(attempt.owner()).execute(attempt.statement()))
                .satisfies(refused -> assertThat(messages(refused))
                        .containsAnyOf(attempt.refusal().toArray(String[]::new)));

        assertThat(everything()).isEqualTo(before).isNotBlank();
    }

    private static String messages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    @Test
    void aSealIsNotBroken() {
        testing.owner().update(change(FRESH, "sealed = false"));

        assertThat(testing.owner()
                        .queryForObject(
                                "select sealed from pricing_pack_state where pack_id = ?",
                                Boolean.class,
                                FRESH.toString()))
                .isTrue();
        assertThatThrownBy(() -> testing.application().execute(change(FRESH, "sealed = false")))
                .rootCause()
                .hasMessageContaining(FORBIDDEN);
    }

    @Test
    void aPackIsNotBackdatedIntoALaterTransaction() {
        String forged = "insert into pricing_pack (id, date, version, policy, providers, hash, stored_by)"
                + " values ('19990101_v1', '1999-01-01', 1, 'ECB_CLOSE', '{}', repeat('0', 64), '9999999999')";
        JdbcTemplate jdbc = testing.application();
        new TransactionTemplate(
                        new DataSourceTransactionManager(testing.database().dataSource()))
                .executeWithoutResult(status -> {
                    jdbc.update(forged);
                    assertThat(jdbc.queryForObject(
                                    "select stored_by = pg_current_xact_id() from pricing_pack where id = '19990101_v1'",
                                    Boolean.class))
                            .isTrue();
                    status.setRollbackOnly();
                });
    }

    @Test
    void rowsComputedFromAPackAreCountedInEveryTableThatHasSome() {
        assertThat(testing.owner().queryForList("""
                                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'pricing_pack_id'
                                  and c.relrowsecurity
                                  and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'counting')
                                """, String.class))
                .as("call counted_by_pack('<table>') in their migration")
                .isEmpty();
    }
}
