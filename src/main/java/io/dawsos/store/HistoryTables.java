package io.dawsos.store;

import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HistoryRow;
import io.dawsos.portfolio.HoldingDay;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.portfolio.PortfolioHistoryStore.Snapshot;
import io.dawsos.portfolio.UnvaluedDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The history tables as batches of rows. */
final class HistoryTables {

    private record Value(Snapshot snapshot, Dated day) {
        <T> Optional<T> valued(Function<HistoryDay, T> member) {
            return day.row() instanceof HistoryDay valued ? Optional.of(member.apply(valued)) : Optional.empty();
        }
    }

    private record Holding(Snapshot snapshot, long vintage, HoldingDay row) {}

    private static final RowBatch<Value> VALUES = new RowBatch<Value>("portfolio_daily_values")
            .column("snapshot_id", "bigint", value -> value.snapshot().number())
            .column("portfolio_id", "uuid", value -> value.snapshot().portfolioId())
            .column("asof_date", "date", value -> value.day().row().date())
            .column("vintage", "bigint", value -> value.day().vintage())
            .column("pricing_pack_id", "text", value -> value.day().row().pack())
            .column(
                    "total_value",
                    "numeric",
                    value -> value.valued(day -> day.value().value()))
            .column(
                    "cash_flows",
                    "numeric",
                    value -> value.valued(day -> day.value().flow()))
            .column("wealth_index", "float8", value -> value.valued(HistoryDay::wealthIndex))
            .column("missing", "text[]", value -> missing(value.day().row()))
            .keepingExisting();

    private static final RowBatch<Holding> HOLDINGS = new RowBatch<Holding>("portfolio_daily_holdings")
            .column("snapshot_id", "bigint", holding -> holding.snapshot().number())
            .column("portfolio_id", "uuid", holding -> holding.snapshot().portfolioId())
            .column("asof_date", "date", holding -> holding.row().date())
            .column("vintage", "bigint", Holding::vintage)
            .column("holding", "text", holding -> holding.row().holding())
            .column("cash", "boolean", holding -> holding.row().cash())
            .column("currency", "text", holding -> holding.row().currency())
            .column("weight", "float8", holding -> holding.row().weight())
            .column("local_index", "float8", holding -> holding.row().localIndex())
            .column("fx_index", "float8", holding -> holding.row().fxIndex())
            .column("local_sum", "float8", holding -> holding.row().localSum())
            .column("fx_sum", "float8", holding -> holding.row().fxSum())
            .column("interaction_sum", "float8", holding -> holding.row().interactionSum())
            .keepingExisting();

    /** Takes {@link #arguments}. */
    static final String INSERT = VALUES.statement() + ";" + HOLDINGS.statement();

    private HistoryTables() {}

    private static Optional<List<String>> missing(HistoryRow row) {
        return row instanceof UnvaluedDay unvalued ? Optional.of(unvalued.missing()) : Optional.empty();
    }

    static List<Object> arguments(Added added) {
        List<Value> values = new ArrayList<>();
        List<Holding> holdings = new ArrayList<>();
        for (Dated day : added.rows()) {
            values.add(new Value(added.snapshot(), day));
            if (day.row() instanceof HistoryDay valued) {
                valued.holdings().forEach(row -> holdings.add(new Holding(added.snapshot(), day.vintage(), row)));
            }
        }
        List<Object> arguments = new ArrayList<>(VALUES.arrays(values));
        arguments.addAll(HOLDINGS.arrays(holdings));
        return arguments;
    }
}
