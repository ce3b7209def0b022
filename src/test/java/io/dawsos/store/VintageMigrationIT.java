package io.dawsos.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database of version 0.1.0 keeps its history. */
class VintageMigrationIT {

    private static final String SNAPSHOT = "(select id from ledger_snapshot)";
    private static final String SEQUENCE = "(select sequence from pricing_pack where id = '%s')";

    @Test
    void rowsOfTheHistoryAreReadAsBefore() throws SQLException {
        DatabaseUrl url = TestingDatabase.createEmpty();
        Flyway.configure()
                .dataSource(TestingDatabase.source(url))
                .locations(Migrations.LOCATION)
                .target("006")
                .load()
                .migrate();
        try (Connection connection = TestingDatabase.source(url).getConnection();
                Statement statement = connection.createStatement()) {
            fill(statement);
        }

        try (Database database = Database.open(url, 1)) {
            PortfolioScope scope = new PortfolioScope(
                    TestingRows.ALICE,
                    TestingRows.ALICES.id(),
                    TestingRows.CAD,
                    TestingRows.COMMIT,
                    TestingRows.pack(TestingRows.MONDAY.plusDays(1)));
            assertThat(database.portfolioHistory().lastValues(scope, 9))
                    .extracting(DailyValue::date, value -> value.value().toPlainString())
                    .containsExactly(
                            tuple(TestingRows.MONDAY, "1000.5"), tuple(TestingRows.MONDAY.plusDays(1), "1001.5"));
            AttributionWindow window = database.portfolioHistory().lastAttribution(scope, 1);
            assertThat(window.endWealth()).isEqualTo(1.001);
            assertThat(window.end())
                    .singleElement()
                    .satisfies(row -> assertThat(row.localSum()).isEqualTo(0.1));
        }
    }

    private static void fill(Statement sql) throws SQLException {
        sql.execute("select set_config('app.user_id', '" + TestingRows.ALICE + "', false)");
        sql.execute("insert into users (id) values ('" + TestingRows.ALICE + "')");
        sql.execute("insert into portfolios (id, user_id, name, base_currency, ledger_path) values ('"
                + TestingRows.ALICES.id() + "', '" + TestingRows.ALICE + "', 'A', 'CAD', 'a.beancount')");
        sql.execute("insert into ledger_snapshot (portfolio_id, commit_hash, path, base_currency) values ('"
                + TestingRows.ALICES.id() + "', '" + TestingRows.COMMIT + "', 'a.beancount', 'CAD')");
        for (int n = 0; n < 2; n++) {
            String day = TestingRows.MONDAY.plusDays(n).toString();
            String pack = TestingRows.pack(TestingRows.MONDAY.plusDays(n)).toString();
            sql.execute("insert into pricing_pack (id, date, version, policy, providers, hash) values ('" + pack
                    + "', '" + day + "', 1, 'P', '{}', repeat('0', 64))");
            String row = SNAPSHOT + ", '" + TestingRows.ALICES.id() + "', '" + day + "', " + SEQUENCE.formatted(pack);
            sql.execute("insert into portfolio_daily_values (snapshot_id, portfolio_id, asof_date, pack_sequence,"
                    + " pricing_pack_id, total_value, cash_flows, wealth_index) values (" + row + ", '" + pack + "', "
                    + (1000 + n) + ".5, 0, 1.00" + n + ")");
            sql.execute("insert into portfolio_daily_holdings values (" + row
                    + ", 'CAD', true, 'CAD', 1, 1, 1, 0.1, 0, 0)");
        }
    }
}
