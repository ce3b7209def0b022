package io.dawsos.agent.financialanalyst;

import io.dawsos.capability.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Result of {@code position.transactions}: the ledger's entries about one security, the newest first.
 *
 * @param count how many there are in all
 */
public record Transactions(String symbol, int count, List<Entry> transactions) {

    /**
     * One entry.
     *
     * @param transactionType kind of the entry in lower case, for instance {@code buy}
     * @param quantity units gained, or given up when negative
     * @param price of a unit in {@code currency}; null when the journal states none
     * @param totalValue change of cash in {@code currency}; null when cash of another currency, or none, moved
     * @param realizedGain of a sale, as the journal posts it; 0 of other entries
     * @param fxRate base currency per unit of {@code currency}, as the journal states it
     */
    public record Entry(
            LocalDate transactionDate,
            String transactionType,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Currency currency,
            @Amount Optional<BigDecimal> totalValue,
            @Amount BigDecimal commission,
            @Amount BigDecimal gross,
            @Amount BigDecimal withheld,
            @Amount BigDecimal realizedGain,
            Optional<BigDecimal> fxRate,
            String narration) {}

    public Transactions {
        transactions = List.copyOf(transactions);
    }
}
