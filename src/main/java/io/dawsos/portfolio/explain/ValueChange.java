package io.dawsos.portfolio.explain;

import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What made a portfolio worth more or less between the closes of two days, in base currency, unrounded.
 *
 * <p>With units {@code q}, price {@code P}, cost per unit {@code c}, exchange rate {@code X} of the pack and {@code X_buy} of the purchase, a lot
 * is worth {@code q c X_buy + q (P - c) X + q c (X - X_buy)}: its cost, its unrealized gain at the pack's rate, and what the exchange rate
 * made of the cost. So
 * <pre>
 *   realized   = sum over units sold (proceeds - cost) X_sale, which is price effect + interaction of {@link ClosedLot}
 *   unrealized = change of sum q (P - c) X
 *   fx         = sum over units sold cost (X_sale - X_buy), its FX effect  +  change of sum q c (X - X_buy)  +  fx of cash  +  conversions
 *   fx of cash = cash at the start (X_end - X_start) + sum over cash movements amount (X_end - X_entry)
 * </pre>
 * Conversions are what an exchange gave above or below the rate that its entry states. All other cash is taken at the rate of its
 * entry ({@link TransactionRates}): external flows, dividends and other income before tax, taxes, commissions of trades and payments, and fees
 * of the account. The residual is what these do not explain: amounts that a journal rounds to the cent, and positions without a
 * price or a rate, which the valuations name.
 *
 * @param externalFlows deposits less withdrawals
 * @param taxes withheld, negative
 * @param commissions negative
 * @param fees negative
 * @param residual {@code end - start} less all of the above
 */
public record ValueChange(
        LocalDate from,
        LocalDate to,
        BigDecimal startValue,
        BigDecimal endValue,
        BigDecimal externalFlows,
        BigDecimal dividends,
        BigDecimal otherIncome,
        BigDecimal taxes,
        BigDecimal commissions,
        BigDecimal fees,
        BigDecimal realized,
        BigDecimal unrealized,
        FxEffect fx,
        BigDecimal residual,
        List<String> warnings) {

    /** What exchange rates did, by where. */
    public record FxEffect(BigDecimal sold, BigDecimal held, BigDecimal cash, BigDecimal conversions) {
        public BigDecimal total() {
            return sold.add(held).add(cash).add(conversions);
        }
    }

    public ValueChange {
        warnings = List.copyOf(warnings);
    }

    /**
     * Explains the change between two closes.
     *
     * @param facts entries after the day of {@code start} up to that of {@code end}, and all lots
     * @param rates of these entries
     */
    public static ValueChange between(ClosingState start, ClosingState end, Facts facts, TransactionRates rates) {
        CashMovements cash = CashMovements.of(facts.transactions(), rates);
        List<ClosedLot> sold = RealizedGains.of(facts, rates).lots();
        BigDecimal realized = sum(sold.stream().map(lot -> lot.priceEffect().add(lot.interaction())));
        BigDecimal unrealized = end.unrealizedLocal().subtract(start.unrealizedLocal());
        FxEffect fx = new FxEffect(
                sum(sold.stream().map(ClosedLot::fxEffect)),
                end.fxOnCost().subtract(start.fxOnCost()),
                cash.fxOf(start, end),
                cash.conversions());
        BigDecimal explained = sum(Stream.of(
                cash.externalFlows(),
                cash.dividends(),
                cash.otherIncome(),
                cash.taxes(),
                cash.commissions(),
                cash.fees(),
                realized,
                unrealized,
                fx.total()));
        return new ValueChange(
                start.date(),
                end.date(),
                start.value(),
                end.value(),
                cash.externalFlows(),
                cash.dividends(),
                cash.otherIncome(),
                cash.taxes(),
                cash.commissions(),
                cash.fees(),
                realized,
                unrealized,
                fx,
                end.value().subtract(start.value()).subtract(explained),
                Stream.concat(start.unvalued().stream(), end.unvalued().stream())
                        .distinct()
                        .toList());
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
