package io.dawsos.store;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PriceBook;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Lots, cash, prices and daily rows of one portfolio, each method in one round trip. */
final class SqlPortfolioHistory implements PortfolioHistory {

    private final ScopedRead scoped;

    SqlPortfolioHistory(Sql sql) {
        this.scoped = new ScopedRead(sql);
    }

    @Override
    public HoldingsAndPrices holdings(PortfolioScope scope) {
        LocalDate day = scope.pack().date();
        String pack = scope.pack().toString();
        return scoped.read(
                scope,
                HistorySql.HOLDINGS,
                answers -> {
                    Holdings holdings = new Holdings(
                            day,
                            answers.list(HistoryRows::lot),
                            answers.list(row -> new CashBalance(HistoryRows.currency(row, 1), row.getBigDecimal(2))));
                    PriceBook prices =
                            new PriceBook(scope.pack(), answers.list(PackRows::price), answers.list(PackRows::quote));
                    return new HoldingsAndPrices(holdings, prices);
                },
                List.of(scope.portfolioId(), scope.ledgerCommit(), day, day),
                List.of(scope.portfolioId(), scope.ledgerCommit(), day, day),
                List.of(pack, pack));
    }

    @Override
    public DailyValues values(PortfolioScope scope, LocalDate from, LocalDate to) {
        return scoped.read(
                scope,
                HistorySql.VALUES,
                answers -> daily(answers.list(HistoryRows::day)),
                HistorySql.scope(scope),
                List.of(from, to));
    }

    @Override
    public DailyValues lastValues(PortfolioScope scope, int observations) {
        return scoped.read(
                scope,
                HistorySql.LAST_VALUES,
                answers -> {
                    List<HistoryRows.Day> days = answers.list(HistoryRows::day);
                    Collections.reverse(days);
                    return daily(days).fromFirstValue();
                },
                HistorySql.scope(scope),
                List.of(observations));
    }

    private static DailyValues daily(List<HistoryRows.Day> days) {
        return new DailyValues(
                days.stream().flatMap(day -> day.value().stream()).toList(),
                days.stream().flatMap(day -> day.unvalued().stream()).toList());
    }

    @Override
    public AttributionWindow attribution(PortfolioScope scope, LocalDate from, LocalDate to) {
        return scoped.read(
                scope,
                HistorySql.ATTRIBUTION,
                answers -> window(scope, answers),
                HistorySql.scope(scope),
                List.of(from, to));
    }

    @Override
    public AttributionWindow lastAttribution(PortfolioScope scope, int days) {
        return scoped.read(
                scope,
                HistorySql.LAST_ATTRIBUTION,
                answers -> window(scope, answers),
                HistorySql.scope(scope),
                List.of(days));
    }

    private static AttributionWindow window(PortfolioScope scope, TenantQuery.Answers answers) throws SQLException {
        List<HistoryRows.Edge> rows = answers.list(HistoryRows::edge);
        List<HistoryRows.Edge> start =
                rows.stream().filter(HistoryRows.Edge::start).toList();
        List<HistoryRows.Edge> end = rows.stream().filter(edge -> !edge.start()).toList();
        Optional<UnvaluedDay> unvalued =
                end.stream().flatMap(edge -> edge.unvalued().stream()).findFirst();
        if (unvalued.isPresent()) {
            return AttributionWindow.endingOn(unvalued.get());
        }
        if (start.isEmpty() || end.isEmpty()) {
            throw Failure.invalid(List.of(new Violation(
                    "/asof",
                    "The portfolio has no history up to " + scope.pack().date() + " at ledger commit "
                            + scope.ledgerCommit())));
        }
        return new AttributionWindow(
                start.get(0).day(),
                end.get(0).day(),
                start.get(0).wealth(),
                end.get(0).wealth(),
                start.stream().flatMap(edge -> edge.holding().stream()).toList(),
                end.stream().flatMap(edge -> edge.holding().stream()).toList());
    }
}
