package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Answer;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import io.dawsos.money.RunningCents;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.ClosingState;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.TransactionRates;
import io.dawsos.portfolio.explain.ValueChange;
import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the change of a portfolio's value between the ends of a range. */
final class ValueChanges {

    private final PortfolioHistory history;
    private final Explanations sources;

    ValueChanges(PortfolioHistory history, Explanations sources) {
        this.history = history;
        this.sources = sources;
    }

    Answer<ValueChangeReport> explain(PortfolioScope scope, RangeRequest request, ExecutionContext context) {
        Series series = Series.values(history, scope, request);
        if (series.values().isEmpty()) {
            String nothing =
                    "The portfolio has no history up to " + scope.pack().date();
            throw Failure.invalid(
                    List.of(new Violation("/asof", series.unvalued().orElse(nothing))));
        }
        DailyValue first = series.values().get(0);
        DailyValue last = series.values().get(series.values().size() - 1);
        Facts facts = sources.ledger().read(scope, first.date().plusDays(1), last.date(), Optional.empty());
        ValueChange change = ValueChange.between(
                close(scope, first.pack()),
                close(scope, last.pack()),
                facts,
                TransactionRates.of(sources.prices(), scope, facts.transactions()));
        List<String> warnings = new ArrayList<>(series.warnings());
        warnings.addAll(change.warnings());
        return Answers.of(report(change, scope), context).warning(warnings);
    }

    private ClosingState close(PortfolioScope scope, PackId pack) {
        PortfolioScope day =
                new PortfolioScope(scope.userId(), scope.portfolioId(), scope.base(), scope.ledgerCommit(), pack);
        return new ClosingState(history.holdings(day), scope.base());
    }

    private static ValueChangeReport report(ValueChange change, PortfolioScope scope) {
        RunningCents cents = new RunningCents();
        BigDecimal start = cents.next(change.startValue());
        BigDecimal end = RunningCents.round(change.endValue());
        BigDecimal flows = cents.next(change.externalFlows());
        BigDecimal dividends = cents.next(change.dividends());
        BigDecimal other = cents.next(change.otherIncome());
        BigDecimal taxes = cents.next(change.taxes());
        BigDecimal commissions = cents.next(change.commissions());
        BigDecimal fees = cents.next(change.fees());
        BigDecimal realized = cents.next(change.realized());
        BigDecimal unrealized = cents.next(change.unrealized());
        BigDecimal sold = cents.next(change.fx().sold());
        BigDecimal held = cents.next(change.fx().held());
        BigDecimal cash = cents.next(change.fx().cash());
        BigDecimal conversions = cents.next(change.fx().conversions());
        BigDecimal fx = sold.add(held).add(cash).add(conversions);
        BigDecimal income = dividends.add(other);
        BigDecimal explained = flows.add(income).add(taxes).add(commissions).add(fees);
        BigDecimal gains = realized.add(unrealized).add(fx);
        return new ValueChangeReport(
                change.from(),
                change.to(),
                scope.base(),
                start,
                end,
                end.subtract(start),
                flows,
                new ValueChangeReport.Income(income, dividends, other),
                taxes,
                commissions,
                fees,
                realized,
                unrealized,
                new ValueChangeReport.Fx(fx, sold, held, cash, conversions),
                end.subtract(start).subtract(explained).subtract(gains));
    }
}
