package io.dawsos.store;

import io.dawsos.metrics.BenchmarkReturn;
import io.dawsos.metrics.BenchmarkReturns;
import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Daily returns of benchmarks. */
final class SqlBenchmarkReturns implements BenchmarkReturns {

    private static final String OF_PACK =
            "select benchmark_id, base_currency, asof_date, local_return, fx_return from benchmark_returns"
                    + " where pack_id = ? order by benchmark_id collate \"C\", base_currency collate \"C\"";

    private final Sql sql;

    SqlBenchmarkReturns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Entry> of(PackId pack) {
        return sql.query(
                OF_PACK,
                (row, n) -> new Entry(
                        row.getString(1),
                        Currency.getInstance(row.getString(2)),
                        pack,
                        new BenchmarkReturn(row.getObject(3, LocalDate.class), row.getDouble(4), row.getDouble(5))),
                pack.toString());
    }

    @Override
    public void save(List<Entry> entries) {
        sql.transaction(jdbc -> {
            new RowBatch<Entry>("benchmark_returns")
                    .column("pack_id", "text", Entry::pack)
                    .column("benchmark_id", "text", Entry::benchmark)
                    .column("base_currency", "text", Entry::base)
                    .column("asof_date", "date", entry -> entry.daily().date())
                    .column("local_return", "float8", entry -> entry.daily().local())
                    .column("fx_return", "float8", entry -> entry.daily().fx())
                    .column("unhedged", "float8", entry -> entry.daily().unhedged())
                    .column("hedged", "float8", entry -> entry.daily().hedged())
                    .keepingExisting()
                    .insert(jdbc, entries);
            return true;
        });
    }
}
