package io.dawsos.agent.financialanalyst;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.money.FxRate;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.Dividend;
import io.dawsos.portfolio.explain.DividendOutlook;
import io.dawsos.portfolio.explain.Explanations;
import io.dawsos.portfolio.explain.LedgerFacts;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.portfolio.explain.TransactionRates;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What is to come on the holdings of a scope, and the exchange rates of its pack; three round trips. */
record Outlooks(DividendOutlook dividends, Optional<PriceBook> pack, Currency base) {

    static Outlooks read(Explanations sources, PortfolioScope scope) {
        LocalDate today = scope.pack().date();
        Facts facts = sources.ledger().read(scope, LedgerFacts.BEGINNING, today, Optional.empty());
        List<LedgerTransaction> paid = facts.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.DIVIDEND)
                .toList();
        List<Dividend> received = Dividend.of(facts, TransactionRates.of(sources.prices(), scope, paid));
        NavigableSet<String> symbols = new TreeSet<>();
        facts.lots().stream().map(LotPeriod::symbol).forEach(symbols::add);
        return new Outlooks(
                new DividendOutlook(today, facts, sources.actions().known(scope.pack(), symbols), received),
                sources.prices().last(scope, new TreeSet<>(), 1).stream().findFirst(),
                scope.base());
    }

    /** Base currency per unit of {@code currency}, by the pack. */
    Optional<BigDecimal> rate(Currency currency) {
        return pack.flatMap(prices -> prices.fx(currency, base)).map(FxRate::rate);
    }
}
