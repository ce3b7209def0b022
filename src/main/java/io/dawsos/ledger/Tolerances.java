package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Posting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By how much an entry may miss zero, by currency: half of the last digit of the coarsest amount written with decimals in
 * that currency; cost, price and whole numbers do not count; zero when nothing else is known.
 *
 * <p>Source: Beancount, "Precision and Tolerances", with its defaults (multiplier 0.5, nothing inferred from cost) and its option
 * {@code inferred_tolerance_default}.
 */
record Tolerances(SortedMap<String, BigDecimal> byCurrency, BigDecimal otherwise) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int MAX_DIGITS = 5;

    static Tolerances of(Directive.Transaction entry, Map<String, BigDecimal> defaults) {
        SortedMap<String, BigDecimal> byCurrency = new TreeMap<>(defaults);
        entry.postings().stream()
                .map(Posting::units)
                .flatMap(Optional::stream)
                .filter(units -> units.number().scale() > 0)
                .forEach(
                        units -> byCurrency.merge(units.commodity(), halfOfLastDigit(units.number()), BigDecimal::max));
        BigDecimal otherwise = Optional.ofNullable(byCurrency.remove("*")).orElse(BigDecimal.ZERO);
        return new Tolerances(byCurrency, otherwise);
    }

    static BigDecimal halfOfLastDigit(BigDecimal number) {
        return number.scale() > 0 ? HALF.scaleByPowerOfTen(-number.scale()) : BigDecimal.ZERO;
    }

    BigDecimal in(String currency) {
        return byCurrency.getOrDefault(currency, otherwise);
    }

    /** A worked-out amount, rounded half even to the digit whose half is the tolerance, as Beancount does. */
    BigDecimal round(BigDecimal amount, String currency) {
        BigDecimal quantum = in(currency).multiply(TWO).stripTrailingZeros();
        boolean usable = quantum.signum() > 0 && quantum.precision() < MAX_DIGITS;
        return usable ? amount.setScale(quantum.scale(), RoundingMode.HALF_EVEN) : amount;
    }
}
