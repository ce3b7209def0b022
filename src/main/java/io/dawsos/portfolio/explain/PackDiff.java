package io.dawsos.portfolio.explain;

import io.dawsos.pricing.PackId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a portfolio is worth another amount by one pack than by another, in base currency, unrounded. The effects of all rows add up to {@code
 * valueTo - valueFrom} exactly.
 *
 * <p>They are taken in this order, each on top of those before it, for a holding of {@code q} units at price {@code p} and exchange rate
 * {@code x}, where 0 is the first pack, r its last restatement that the second pack knows, and 1 the second pack; units and price of the
 * first day are counted as after the splits since:
 * <ol>
 *   <li>restatement {@code q0 p_r x_r - q0 p0 x0}: the same day, told differently
 *   <li>price {@code q0 (p1 - p_r) x_r}
 *   <li>fx {@code q0 p1 (x1 - x_r)}
 *   <li>income: what a security paid, after tax, at {@code x1}; it stands with the security, or with the currency when it belongs to none
 *   <li>quantity {@code (q1 - q0) p1 x1}: what was bought, sold, paid in or out, at the closing price; of cash without the income
 * </ol>
 * Between two packs of one day everything is restatement. A holding sold since, whose security has left the packs, counts with its last known
 * price as quantity. A holding that one of the packs cannot value stands in no sum; its effects are empty and a warning names it.
 *
 * @param restated the pack of the first day that restatement leads to: {@code from} when there is none, {@code to} within one day
 * @param rows securities by symbol, then cash by currency
 */
public record PackDiff(
        UUID portfolio,
        String ledgerCommit,
        String baseCurrency,
        PackId from,
        PackId restated,
        PackId to,
        BigDecimal valueFrom,
        BigDecimal valueTo,
        List<Row> rows,
        List<String> warnings) {

    /**
     * One holding.
     *
     * @param holding symbol, or currency code of cash
     * @param quantityFrom units, or amount of cash, as held on the first day
     * @param valueFrom by the first pack; empty when it cannot value the holding
     * @param effects empty when one of the packs cannot value the holding
     */
    public record Row(
            String holding,
            boolean cash,
            BigDecimal quantityFrom,
            BigDecimal quantityTo,
            Optional<BigDecimal> valueFrom,
            Optional<BigDecimal> valueTo,
            Optional<Effects> effects) {}

    /** What changed, by cause. */
    public record Effects(
            BigDecimal restatement, BigDecimal price, BigDecimal fx, BigDecimal income, BigDecimal quantity) {

        static final Effects NONE =
                new Effects(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        public BigDecimal total() {
            return restatement.add(price).add(fx).add(income).add(quantity);
        }

        Effects withRestatement(BigDecimal amount) {
            return new Effects(amount, price, fx, income, quantity);
        }

        Effects withIncome(BigDecimal amount) {
            return new Effects(restatement, price, fx, amount, quantity);
        }

        Effects withoutQuantity(BigDecimal amount) {
            return new Effects(restatement, price, fx, income, quantity.subtract(amount));
        }

        Effects plus(Effects other) {
            return new Effects(
                    restatement.add(other.restatement),
                    price.add(other.price),
                    fx.add(other.fx),
                    income.add(other.income),
                    quantity.add(other.quantity));
        }
    }

    public PackDiff {
        rows = List.copyOf(rows);
        warnings = List.copyOf(warnings);
    }

    /** {@code valueTo - valueFrom}. */
    public BigDecimal difference() {
        return valueTo.subtract(valueFrom);
    }

    /** Sums of all rows. */
    public Effects totals() {
        return rows.stream().flatMap(row -> row.effects().stream()).reduce(Effects.NONE, Effects::plus);
    }
}
