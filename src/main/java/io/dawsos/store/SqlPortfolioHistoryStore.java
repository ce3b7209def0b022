package io.dawsos.store;

import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HoldingDay;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Daily values and holdings, each day under the pack it was computed from. */
final class SqlPortfolioHistoryStore implements PortfolioHistoryStore {

    private record Row(HistoryDay day, long pack) {}

    private record HoldingRow(HoldingDay holding, long pack) {}

    private final Sql sql;

    SqlPortfolioHistoryStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LocalDate> lastDay(UUID userId, UUID portfolioId, String commit) {
        String last =
                "select max(d.asof_date) from portfolio_daily_values d join ledger_snapshot s on s.id = d.snapshot_id"
                        + " where s.portfolio_id = ? and s.commit_hash = ?";
        return sql.read(
                userId,
                last,
                answers -> answers.list(row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .get(0),
                portfolioId,
                commit);
    }

    @Override
    public void save(UUID userId, UUID portfolioId, String commit, List<HistoryDay> days) {
        sql.transaction(userId, jdbc -> {
            long snapshot = snapshot(jdbc, portfolioId, commit);
            List<Row> rows = rows(jdbc, days);
            insertValues(jdbc, portfolioId, snapshot, rows);
            insertHoldings(jdbc, portfolioId, snapshot, rows);
            return true;
        });
    }

    private static long snapshot(JdbcTemplate jdbc, UUID portfolioId, String commit) {
        return jdbc
                .query(
                        "select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?",
                        (row, n) -> row.getLong(1),
                        portfolioId,
                        commit)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The ledger commit " + commit + " was not imported for portfolio " + portfolioId));
    }

    private static List<Row> rows(JdbcTemplate jdbc, List<HistoryDay> days) {
        String[] names = days.stream().map(day -> day.value().pack().toString()).toArray(String[]::new);
        Map<String, Long> sequences = new TreeMap<>();
        jdbc.query(
                "select id, sequence from pricing_pack where id = any (?)",
                row -> {
                    sequences.put(row.getString(1), row.getLong(2));
                },
                (Object) names);
        List<Row> rows = new ArrayList<>(days.size());
        for (HistoryDay day : days) {
            PackId pack = day.value().pack();
            Long sequence = sequences.get(pack.toString());
            if (sequence == null) {
                throw new IllegalArgumentException("There is no pricing pack " + pack + " behind the day "
                        + day.value().date());
            }
            rows.add(new Row(day, sequence));
        }
        return rows;
    }

    private static void insertValues(JdbcTemplate jdbc, UUID portfolioId, long snapshot, List<Row> rows) {
        new RowBatch<Row>("portfolio_daily_values")
                .column("snapshot_id", "bigint", row -> snapshot)
                .column("portfolio_id", "uuid", row -> portfolioId)
                .column("asof_date", "date", row -> row.day().value().date())
                .column("pack_sequence", "bigint", Row::pack)
                .column("pricing_pack_id", "text", row -> row.day().value().pack())
                .column("total_value", "numeric", row -> row.day().value().value())
                .column("cash_flows", "numeric", row -> row.day().value().flow())
                .column("wealth_index", "float8", row -> row.day().wealthIndex())
                .keepingExisting()
                .insert(jdbc, rows);
    }

    private static void insertHoldings(JdbcTemplate jdbc, UUID portfolioId, long snapshot, List<Row> rows) {
        List<HoldingRow> holdings = new ArrayList<>();
        rows.forEach(row -> row.day().holdings().forEach(holding -> holdings.add(new HoldingRow(holding, row.pack()))));
        new RowBatch<HoldingRow>("portfolio_daily_holdings")
                .column("snapshot_id", "bigint", row -> snapshot)
                .column("portfolio_id", "uuid", row -> portfolioId)
                .column("asof_date", "date", row -> row.holding().date())
                .column("pack_sequence", "bigint", HoldingRow::pack)
                .column("holding", "text", row -> row.holding().holding())
                .column("cash", "boolean", row -> row.holding().cash())
                .column("currency", "text", row -> row.holding().currency())
                .column("weight", "float8", row -> row.holding().weight())
                .column("local_index", "float8", row -> row.holding().localIndex())
                .column("fx_index", "float8", row -> row.holding().fxIndex())
                .column("local_sum", "float8", row -> row.holding().localSum())
                .column("fx_sum", "float8", row -> row.holding().fxSum())
                .column("interaction_sum", "float8", row -> row.holding().interactionSum())
                .keepingExisting()
                .insert(jdbc, holdings);
    }
}
