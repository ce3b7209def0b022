package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.BOB;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each may see, table by table; the owner of the tables is no superuser. */
class RowLevelSecurityIT {

    private static final String USERS = "users";
    private static final String PORTFOLIOS = "portfolios";
    private static final String SNAPSHOTS = "ledger_snapshot";
    private static final String ADOPTIONS = "ledger_adoption";
    private static final String TRANSACTIONS = "transactions";
    private static final String TRANSACTION_CASH = "transaction_cash";
    private static final String LOTS = "lots";
    private static final String CASH = "cash_balances";
    private static final String VALUES = "portfolio_daily_values";
    private static final String HOLDINGS = "portfolio_daily_holdings";
    private static final String EXECUTIONS = "execution";
    private static final String AUDIT = "audit_log";
    private static final String EXPORTS = "export_audit";

    /** Tables whose rows belong to somebody. */
    static List<String> owned() {
        return List.of(
                USERS,
                PORTFOLIOS,
                SNAPSHOTS,
                ADOPTIONS,
                TRANSACTIONS,
                TRANSACTION_CASH,
                LOTS,
                CASH,
                VALUES,
                HOLDINGS,
                EXECUTIONS,
                AUDIT,
                EXPORTS);
    }

    /** Those of them that not even the owner of the tables may list, without being the user. */
    static List<String> hiddenFromTheirOwner() {
        return owned().stream().filter(table -> !table.equals(PORTFOLIOS)).toList();
    }

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

    private static <T> T as(JdbcTemplate jdbc, UUID user, Function<JdbcTemplate, T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(requireNonNull(jdbc.getDataSource())));
        return transaction.execute(status -> {
            jdbc.query("select set_config('app.user_id', ?, true)", row -> {}, user.toString());
            return work.apply(jdbc);
        });
    }

    private static List<String> rows(JdbcTemplate jdbc, String table) {
        return jdbc.queryForList("select to_jsonb(t)::text from " + table + " t order by 1", String.class);
    }

    @ParameterizedTest
    @MethodSource("owned")
    void eachUserSeesHisOwnRowsAndNoOthers(String table) {
        List<String> alices = as(testing.application(), ALICE, jdbc -> rows(jdbc, table));
        List<String> bobs = as(testing.application(), BOB, jdbc -> rows(jdbc, table));

        assertThat(alices).isNotEmpty();
        assertThat(bobs).isNotEmpty().doesNotContainAnyElementsOf(alices);
    }

    @ParameterizedTest
    @MethodSource("owned")
    void nobodySeesNothing(String table) {
        assertThat(rows(testing.application(), table)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hiddenFromTheirOwner")
    void theOwnerOfTheTablesIsBoundToo(String table) {
        assertThat(rows(testing.owner(), table)).isEmpty();
        List<String> bobs = as(testing.owner(), BOB, jdbc -> rows(jdbc, table));
        assertThat(bobs).isEqualTo(as(testing.application(), BOB, jdbc -> rows(jdbc, table)));
    }

    @ParameterizedTest
    @MethodSource("owned")
    void aRowInSomeoneElsesNameIsRefused(String table) {
        String alices =
                as(testing.application(), ALICE, jdbc -> rows(jdbc, table)).get(0);
        String forge = "insert into " + table + " overriding system value select * from jsonb_populate_record(null::"
                + table + ", ?::jsonb)";

        assertThatThrownBy(() -> as(testing.application(), BOB, jdbc -> jdbc.update(forge, alices)))
                .rootCause()
                .hasMessageContaining("new row violates row-level security policy for table \"" + table + "\"");
    }

    @Test
    void everyTableOfUsersOrPortfoliosIsForced() {
        List<String> unguarded = testing.owner().queryForList("""
                        select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                          and (a.attname in ('user_id', 'portfolio_id') or c.relname = 'users')
                          and not (c.relrowsecurity and c.relforcerowsecurity
                                   and exists (select from pg_policy p where p.polrelid = c.oid and p.polqual is not null
                                                                             and p.polwithcheck is not null))
                        """, String.class);

        assertThat(unguarded).isEmpty();
    }

    @Test
    void theApplicationRoleOwnsNothingAndBypassesNothing() {
        assertThat(testing.application().queryForObject("select current_user::text", String.class))
                .isEqualTo("dawsos_app");
        assertThat(testing.owner()
                        .queryForList(
                                "select 'role' from pg_roles where rolname = 'dawsos_app' and (rolsuper or rolbypassrls or rolcanlogin)"
                                        + " union all select relname from pg_class where relowner = 'dawsos_app'::regrole",
                                String.class))
                .isEmpty();
    }

    @Test
    void theSettingDoesNotReachTheNextUserOfTheConnection() {
        try (Database single = Database.open(testing.url(), 1)) {
            JdbcTemplate next = new JdbcTemplate(single.dataSource());
            assertThat(single.portfolios().of(ALICE)).hasSize(1);

            assertThat(next.queryForObject("select coalesce(current_setting('app.user_id', true), '')", String.class))
                    .isEmpty();
            assertThat(rows(next, PORTFOLIOS)).isEmpty();
            assertThat(single.portfolios().of(BOB))
                    .extracting(portfolio -> portfolio.userId())
                    .containsExactly(BOB);
        }
    }

    @Test
    void theSettingDoesNotReachTheNextUserAfterAFailureEither() {
        try (Database single = Database.open(testing.url(), 1)) {
            Sql sql = new Sql(single.dataSource());
            assertThatThrownBy(() -> sql.read(ALICE, "select 1/0", answers -> answers.list(row -> row.getInt(1))))
                    .hasMessageContaining("division by zero");

            assertThat(rows(new JdbcTemplate(single.dataSource()), PORTFOLIOS)).isEmpty();
            assertThat(single.portfolios().of(BOB)).hasSize(1);
        }
    }

    @Test
    void aReadCannotWrite() {
        Sql sql = new Sql(testing.database().dataSource());

        assertThatThrownBy(() -> sql.read(
                        ALICE,
                        "insert into users (id) values (app_user_id()) returning id",
                        answers -> answers.list(row -> 1)))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void jobsLearnWhoOwnsWhichPortfolioAndNothingElse() {
        assertThat(testing.database().portfolios().owned())
                .extracting(owned -> owned.userId())
                .containsExactly(ALICE, BOB);
    }
}
