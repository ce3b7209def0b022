package io.dawsos.bookkeeping;

import io.dawsos.money.Decimals;
import io.dawsos.portfolio.LedgerRecords.PaidDividend;
import io.dawsos.portfolio.Portfolio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Dividends of an imported ledger as the answers to their posting showed them. */
final class DividendViews {

    private final Rates rates;

    DividendViews(Rates rates) {
        this.rates = rates;
    }

    /**
     * Base currency is at the rate that the entry states, else at that of the pack of the pay date; with neither, null and the reason. What takes a
     * dividend back has its amounts negated.
     */
    Map<String, Object> view(PaidDividend dividend, Portfolio portfolio) {
        Currency base = portfolio.base();
        LocalDate paid = dividend.payDate().orElse(dividend.date());
        Optional<Fx> fx = dividend.fxRate().map(Fx::stated).or(() -> rates.find(dividend.currency(), base, paid));
        BigDecimal net = dividend.gross().subtract(dividend.withheld()).subtract(dividend.costs());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("transaction_id", dividend.id());
        view.put("symbol", dividend.symbol());
        view.put("shares", dividend.units());
        view.put(
                "dividend_per_share",
                dividend.units()
                        .map(units ->
                                Decimals.divide(dividend.gross().abs(), units).stripTrailingZeros()));
        view.put("currency", dividend.currency());
        view.put("gross_amount", dividend.gross());
        view.put("withholding_amount", dividend.withheld());
        view.put("costs", dividend.costs());
        view.put("net_amount", net);
        view.put("ex_date", dividend.exDate());
        view.put("pay_date", paid);
        view.put("pay_fx_rate", fx.map(Fx::rate));
        view.put("pay_fx_rate_date", fx.flatMap(Fx::quote).map(Fx.Quote::date));
        view.put("pay_fx_rate_id", fx.flatMap(Fx::quote).map(Fx.Quote::id));
        view.put("gross_amount_base", inBase(dividend.gross(), fx, base));
        view.put("withholding_amount_base", inBase(dividend.withheld(), fx, base));
        view.put("net_amount_base", inBase(net, fx, base));
        view.put("base_currency", base);
        if (fx.isEmpty()) {
            view.put(
                    "pay_fx_rate_reason",
                    "The entry states no rate, and no pricing pack of " + paid + " or the week before has one of "
                            + dividend.currency() + " in " + base);
        }
        view.put("reverses", dividend.reverses());
        view.put("narration", dividend.narration());
        return view;
    }

    private static Optional<BigDecimal> inBase(BigDecimal amount, Optional<Fx> fx, Currency base) {
        return fx.map(known -> Money.round(amount.multiply(known.rate()), base));
    }
}
