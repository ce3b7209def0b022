package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code corporate_actions.upcoming}: what happens to the securities held in the days after {@code from}, by date, then symbol.
 *
 * @param method how an estimate is made
 */
public record UpcomingActions(
        LocalDate from,
        LocalDate to,
        Currency baseCurrency,
        String method,
        List<Event> actions,
        Summary summary,
        Notifications notifications) {

    /**
     * A dividend or a split.
     *
     * @param date next of its days: the ex-date, or the pay date when that is over
     * @param type {@code dividend} or {@code split}
     * @param status {@code declared}, or {@code estimated} when nobody has declared it
     * @param portfolioQuantity units that count: those held before an ex-date that is over, else those held now
     * @param amount gross for one unit in {@code currency}; null for a split
     * @param expectedCash units x amount in {@code currency}, before tax; null for a split
     * @param portfolioImpact the same in base currency at the pack's exchange rate; null for a split, and without a rate
     * @param expectedNet {@code portfolioImpact} after the withholding of the last dividend; null when there was none yet
     * @param ratio new units for one old one; null for a dividend
     * @param basis where it is known from: a provider, or {@code ledger}
     */
    public record Event(
            LocalDate date,
            String symbol,
            String type,
            String status,
            LocalDate exDate,
            Optional<LocalDate> payDate,
            BigDecimal portfolioQuantity,
            Optional<BigDecimal> amount,
            Optional<Currency> currency,
            @Amount Optional<BigDecimal> expectedCash,
            Optional<BigDecimal> fxRate,
            @Amount Optional<BigDecimal> portfolioImpact,
            @Amount Optional<BigDecimal> expectedNet,
            Optional<BigDecimal> ratio,
            String basis) {}

    /** How many events there are, and the gross cash expected from them, in base currency. */
    public record Summary(
            int declared,
            int estimated,
            @Amount BigDecimal declaredCash,
            @Amount BigDecimal estimatedCash) {}

    /** Events by urgency: within seven days, and later. */
    public record Notifications(List<String> urgent, List<String> later) {
        public Notifications {
            urgent = List.copyOf(urgent);
            later = List.copyOf(later);
        }
    }

    public UpcomingActions {
        actions = List.copyOf(actions);
    }
}
