package io.dawsos.agent.financialanalyst;

import io.dawsos.agent.financialanalyst.DividendsReport.Cash;
import io.dawsos.agent.financialanalyst.DividendsReport.Month;
import io.dawsos.agent.financialanalyst.DividendsReport.OfSymbol;
import io.dawsos.agent.financialanalyst.DividendsReport.Payment;
import io.dawsos.capability.Answer;
import io.dawsos.capability.Capability;
import io.dawsos.execution.ExecutionContext;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.Dividend;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.TransactionRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a portfolio pays its owner. */
public final class IncomeCapabilities {

    private final Explanations sources;

    public IncomeCapabilities(Explanations sources) {
        this.sources = sources;
    }

    @Capability(
            value = "income.dividends",
            doc =
                    "Dividends paid: gross, withheld and net in their own currency and in base currency at the exchange rate of the pay date; by payment,"
                            + " month and security.")
    public Answer<DividendsReport> dividends(DividendsRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        LocalDate to = request.to().orElse(scope.pack().date());
        LocalDate from = request.from().orElse(LedgerFacts.BEGINNING);
        Series.requireRange(scope, request.from(), request.to());
        Facts facts = sources.ledger().read(scope, from, to, request.symbol());
        List<LedgerTransaction> entries = facts.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.DIVIDEND)
                .toList();
        List<Dividend> paid = Dividend.of(facts, TransactionRates.of(sources.prices(), scope, entries));
        LocalDate first = request.from()
                .orElseGet(() -> paid.stream().map(Dividend::paid).findFirst().orElse(to));
        DividendsReport report = new DividendsReport(
                first,
                to,
                scope.base(),
                paid.stream().map(IncomeCapabilities::payment).toList(),
                groups(paid, dividend -> YearMonth.from(dividend.paid()).toString()).entrySet().stream()
                        .map(month -> new Month(month.getKey(), cash(month.getValue())))
                        .toList(),
                groups(paid, Dividend::symbol).entrySet().stream()
                        .map(symbol ->
                                new OfSymbol(symbol.getKey(), symbol.getValue().size(), cash(symbol.getValue())))
                        .toList(),
                cash(paid));
        return Answers.of(report, context);
    }

    @Capability(
            value = "income.forecast",
            doc =
                    "Dividends to expect in the next twelve months on what is held, from what is declared and from those of the last twelve months; base"
                            + " currency at the pack's exchange rates.")
    public Answer<IncomeForecast> forecast(PortfolioRequest request, ExecutionContext context) {
        PortfolioScope scope = Scopes.of(context, request.portfolioId(), request.packId());
        Outlooks outlook = Outlooks.read(sources, scope);
        IncomeForecast forecast = new Forecasts(outlook).forecast(scope);
        return Answers.of(forecast, context)
                .by(outlook.dividends().providers())
                .warning(forecast.undefined().values().stream()
                        .map(reason -> "Not in the forecast: " + reason)
                        .toList());
    }

    private static Payment payment(Dividend dividend) {
        return new Payment(
                dividend.symbol(),
                dividend.paid(),
                dividend.exDate(),
                dividend.units(),
                dividend.perUnit(),
                dividend.currency(),
                dividend.gross(),
                dividend.withheld(),
                dividend.net(),
                dividend.rate(),
                cash(List.of(dividend)));
    }

    private static SortedMap<String, List<Dividend>> groups(List<Dividend> paid, Function<Dividend, String> key) {
        SortedMap<String, List<Dividend>> groups = new TreeMap<>();
        paid.forEach(dividend -> groups.computeIfAbsent(key.apply(dividend), name -> new ArrayList<>())
                .add(dividend));
        return groups;
    }

    private static Cash cash(List<Dividend> dividends) {
        return new Cash(
                sum(dividends, Dividend::grossBase),
                sum(dividends, Dividend::withheldBase),
                sum(dividends, Dividend::netBase));
    }

    private static BigDecimal sum(List<Dividend> dividends, Function<Dividend, BigDecimal> part) {
        return dividends.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
