package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Result of {@code income.forecast}: dividends with an ex-date in the twelve months after {@code from}, in base currency at the pack's rates.
 *
 * @param method what the forecast assumes
 * @param positions everything held, by symbol
 * @param byMonth by the month of the pay date, or of the ex-date where no pay date is known
 * @param gross of all positions whose dividends are known; null when something is held and nothing is known
 * @param net after the withholding of the last dividend of each; null when it is not known for one of them
 * @param undefined reason by symbol
 */
public record IncomeForecast(
        LocalDate from,
        LocalDate to,
        Currency baseCurrency,
        String method,
        List<Position> positions,
        List<Month> byMonth,
        @Amount Optional<BigDecimal> gross,
        @Amount Optional<BigDecimal> net,
        SortedMap<String, String> undefined) {

    /**
     * One position.
     *
     * @param perUnit gross for one unit in twelve months, in {@code currency}; null when not known or nothing is expected
     * @param payments how many are expected, and how many of them are declared
     * @param gross in base currency; null when the dividends of the last twelve months are not known, or there is no exchange rate
     */
    public record Position(
            String symbol,
            BigDecimal quantity,
            int payments,
            int declared,
            Optional<BigDecimal> perUnit,
            Optional<Currency> currency,
            Optional<BigDecimal> fxRate,
            Optional<BigDecimal> withholdingRate,
            @Amount Optional<BigDecimal> gross,
            @Amount Optional<BigDecimal> net) {}

    /** What is expected in one month, {@code 2024-05}. */
    public record Month(String month, @Amount BigDecimal gross) {}

    public IncomeForecast {
        positions = List.copyOf(positions);
        byMonth = List.copyOf(byMonth);
        undefined = Collections.unmodifiableSortedMap(new TreeMap<>(undefined));
    }
}
