package io.dawsos.agent.financialanalyst;

import io.dawsos.metrics.Effects;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code attribution.currency}. Fractions. {@code totalReturn} is the time-weighted return of the span, and
 * {@code localReturn + fxReturn + interaction} is {@code totalReturn}; contributions add up to these. When the last day has no value, all four are
 * null and there are no rows; a warning of the answer says what is missing.
 *
 * @param from day from whose close it is measured
 * @param byCurrency by currency code
 * @param byPosition securities by symbol, then cash by currency
 * @param verification how far the parts are from the whole
 */
public record AttributedReturn(
        LocalDate from,
        LocalDate to,
        Currency baseCurrency,
        Optional<Double> localReturn,
        Optional<Double> fxReturn,
        Optional<Double> interaction,
        Optional<Double> totalReturn,
        List<CurrencyRow> byCurrency,
        List<PositionRow> byPosition,
        Optional<Verification> verification) {

    /**
     * How exactly the parts add up, in basis points: the contributions of all positions to the time-weighted return, which is computed from
     * values and not from them; the contributions of the positions of each currency to the currency's own; and of each position and
     * currency {@code (1 + local)(1 + fx) - 1} to its return.
     *
     * @param identityHolds whether no error is larger than the tolerance
     * @param errorBps largest of the three
     */
    public record Verification(
            boolean identityHolds,
            double errorBps,
            double portfolioErrorBps,
            double currencyErrorBps,
            double positionErrorBps,
            double toleranceBps) {}

    /**
     * All that was held in one currency. Its returns are its own, unweighted: {@code total = (1 + local)(1 + fx) - 1}.
     *
     * @param weight share of the portfolio at the end
     */
    public record CurrencyRow(
            Currency currency,
            double weight,
            Optional<Double> localReturn,
            Optional<Double> fxReturn,
            Optional<Double> interaction,
            Optional<Double> totalReturn,
            Contribution contribution) {}

    /**
     * One security, or the cash of one currency, over the days on which it was held.
     *
     * @param symbol symbol of the security, or the currency code for cash
     */
    public record PositionRow(
            String symbol,
            boolean cash,
            Currency currency,
            double weight,
            Optional<Double> localReturn,
            Optional<Double> fxReturn,
            Optional<Double> interaction,
            Optional<Double> totalReturn,
            Contribution contribution) {}

    /** Part of the portfolio's return. */
    public record Contribution(double local, double fx, double interaction, double total) {
        static Contribution of(Effects effects) {
            return new Contribution(effects.local(), effects.fx(), effects.interaction(), effects.total());
        }
    }

    static AttributedReturn unknown(LocalDate day, Currency base) {
        return new AttributedReturn(
                day,
                day,
                base,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public AttributedReturn {
        byCurrency = List.copyOf(byCurrency);
        byPosition = List.copyOf(byPosition);
    }
}
