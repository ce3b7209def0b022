package io.dawsos.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dawsos.metrics.Figure;
import io.dawsos.metrics.PortfolioMetrics;
import io.dawsos.metrics.RiskFree;
import io.dawsos.metrics.StandardFigure;
import io.dawsos.metrics.StandardMetrics;
import io.dawsos.portfolio.PortfolioScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Standard metrics as a row of {@code portfolio_metrics}, and back, to the last bit. */
final class MetricsRows {

    private static final List<StandardFigure> FIGURES = List.of(StandardFigure.values());
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> REASONS = new TypeReference<>() {};
    private static final String PLAIN =
            "from_date, asof_date, total_value, observations, risk_free_rate, risk_free_source, benchmark_id";
    private static final String NAMES =
            FIGURES.stream().map(StandardFigure::label).collect(Collectors.joining(", "));

    /** Takes portfolio, commit and pack. */
    static final String FIND = "select " + PLAIN + ", " + NAMES + ", undefined from portfolio_metrics"
            + " where snapshot_id = (select id from ledger_snapshot where portfolio_id = ? and commit_hash = ?)"
            + " and pricing_pack_id = ?";

    /** Takes what {@link #arguments} gives. */
    static final String INSERT = "insert into portfolio_metrics (snapshot_id, portfolio_id, pricing_pack_id, " + PLAIN
            + ", undefined, " + NAMES + ") select s.id, s.portfolio_id, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, "
            + IntStream.rangeClosed(1, FIGURES.size())
                    .mapToObj(n -> "f.n[" + n + "]")
                    .collect(Collectors.joining(", "))
            + " from ledger_snapshot s, (select ?::float8[] as n) f where s.portfolio_id = ? and s.commit_hash = ?"
            + " on conflict do nothing";

    private MetricsRows() {}

    /** Of metrics that have a history. */
    static List<Object> arguments(PortfolioMetrics.Entry entry) {
        PortfolioScope scope = entry.scope();
        StandardMetrics metrics = entry.metrics();
        SortedMap<String, String> reasons = new TreeMap<>();
        @Nullable Double[] numbers = new Double[FIGURES.size()];
        for (int i = 0; i < numbers.length; i++) {
            Figure figure = metrics.figure(FIGURES.get(i));
            if (figure.value().isPresent()) {
                numbers[i] = figure.get();
            } else {
                reasons.put(FIGURES.get(i).label(), figure.reason());
            }
        }
        return List.of(
                scope.pack().toString(),
                metrics.from().orElseThrow(),
                metrics.to().orElseThrow(),
                metrics.value().orElseThrow(),
                metrics.observations(),
                metrics.riskFree().rate(),
                metrics.riskFree().source(),
                metrics.benchmark(),
                json(reasons),
                numbers,
                scope.portfolioId(),
                scope.ledgerCommit());
    }

    private static String json(Map<String, String> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reasons are texts", e);
        }
    }

    static StandardMetrics metrics(ResultSet row) throws SQLException {
        Map<String, String> reasons = reasons(row.getString("undefined"));
        SortedMap<StandardFigure, Figure> figures = new TreeMap<>();
        for (StandardFigure figure : FIGURES) {
            double value = row.getDouble(figure.label());
            figures.put(
                    figure,
                    row.wasNull()
                            ? Figure.undefined(reasons.getOrDefault(figure.label(), "No night stored this figure"))
                            : Figure.of(value));
        }
        return new StandardMetrics(
                Optional.of(row.getObject(1, LocalDate.class)),
                Optional.of(row.getObject(2, LocalDate.class)),
                Optional.of(row.getBigDecimal(3)),
                row.getInt(4),
                new RiskFree(row.getDouble(5), row.getString(6)),
                row.getString(7),
                figures);
    }

    private static Map<String, String> reasons(String json) throws SQLException {
        try {
            return JSON.readValue(json, REASONS);
        } catch (JsonProcessingException e) {
            throw new SQLException("portfolio_metrics.undefined does not map names to reasons", e);
        }
    }
}
