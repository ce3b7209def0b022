package io.dawsos;

import io.dawsos.nightly.DemoSeed;
import io.dawsos.testing.TestingDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What nights leave in a database, apart from when and in how many attempts: equal states gave equal nights. */
final class NightState {

    private NightState() {}

    static Map<String, String> of(TestingDatabase database) {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put(
                "packs",
                "select string_agg(concat_ws(' ', id, hash, status, reconciliation_passed, reconciliation_error_bps), ';' order by id)"
                        + " from v_pricing_pack");
        queries.put("prices", "select md5(string_agg(p::text, ';' order by pack_id, symbol)) from prices p");
        queries.put("rates", "select md5(string_agg(r::text, ';' order by pack_id, quote_currency)) from fx_rates r");
        queries.put(
                "values",
                "select count(*) || ' ' || md5(string_agg(concat_ws(' ', asof_date, pricing_pack_id, total_value, cash_flows, wealth_index),"
                        + " ';' order by asof_date, pricing_pack_id)) from portfolio_daily_values");
        queries.put(
                "holdings",
                "select count(*) || ' ' || md5(string_agg(concat_ws(' ', asof_date, holding, weight, local_index, fx_index, local_sum,"
                        + " fx_sum, interaction_sum), ';' order by asof_date, holding)) from portfolio_daily_holdings");
        queries.put(
                "reconciliations",
                "select string_agg(concat_ws(' ', pricing_pack_id, ledger_commit_hash, status, positions_checked, max_error_bps,"
                        + " discrepancies), ';' order by id) from reconciliations");
        queries.put(
                "ledger",
                "select (select string_agg(commit_hash, ' ') from ledger_snapshot) || ' ' || (select count(*) from ledger_adoption)"
                        + " || ' ' || (select count(*) from transactions) || ' ' || (select count(*) from lots)");
        queries.put(
                "nights",
                "select string_agg(concat_ws(' ', r.date, r.attempt, r.status, j.name, j.status), ';' order by r.date, r.attempt,"
                        + " j.position) from nightly_run r join nightly_job j on j.run_id = r.id");
        Map<String, String> state = new LinkedHashMap<>();
        try (Connection owner = TestingDatabase.source(database.url()).getConnection()) {
            one(owner, "select set_config('app.user_id', '" + DemoSeed.USER + "', false)");
            for (Map.Entry<String, String> query : queries.entrySet()) {
                state.put(query.getKey(), one(owner, query.getValue()));
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
