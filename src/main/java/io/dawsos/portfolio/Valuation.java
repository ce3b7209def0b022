package io.dawsos.portfolio;

import io.dawsos.money.Decimals;
import io.dawsos.pricing.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Holdings valued with one pack: {@code value = quantity x price x exchange rate}, {@code weight = value / total}, in base currency and
 * unrounded. The total counts securities and cash.
 *
 * <p>A position or a cash balance whose price or exchange rate the pack lacks is unvalued: a warning names it, and no total counts it.
 * Nothing is valued at 0 or converted at 1 instead.
 *
 * @param date day of the pack
 * @param positions by symbol
 * @param cash by currency
 * @param warnings every missing price or rate, and every one that is older than the pack, by name and day
 */
public record Valuation(
        Currency base, LocalDate date, List<ValuedPosition> positions, List<ValuedCash> cash, List<String> warnings) {
    public Valuation {
        positions = List.copyOf(positions);
        cash = List.copyOf(cash);
        warnings = List.copyOf(warnings);
    }

    /** Values {@code holdings} with the prices and rates of one pack. */
    public static Valuation of(Holdings holdings, PriceBook prices, Currency base) {
        return new Valuer(prices, base).value(holdings);
    }

    /** Value of all valued securities. */
    public BigDecimal securitiesValue() {
        return positions.stream()
                .flatMap(position -> position.marketValue().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Value of all cash that has an exchange rate. */
    public BigDecimal cashValue() {
        return cash.stream().flatMap(balance -> balance.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Value of securities and cash. */
    public BigDecimal totalValue() {
        return securitiesValue().add(cashValue());
    }

    /** The same with every weight; a total of 0 leaves them empty. */
    Valuation weighted() {
        BigDecimal total = totalValue();
        return new Valuation(
                base,
                date,
                positions.stream()
                        .map(position -> position.weighted(share(position.marketValue(), total)))
                        .toList(),
                cash.stream()
                        .map(balance -> balance.weighted(share(balance.value(), total)))
                        .toList(),
                warnings);
    }

    private static Optional<BigDecimal> share(Optional<BigDecimal> value, BigDecimal total) {
        return total.signum() == 0 ? Optional.empty() : value.map(amount -> Decimals.divide(amount, total));
    }
}
