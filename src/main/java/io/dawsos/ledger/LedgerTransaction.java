package io.dawsos.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One journal entry, booked.
 *
 * @param id metadata {@code id}, which is stable; else {@code <file>:<line>}, which is so within the snapshot
 * @param sequence position in booking order, from 0
 * @param symbol the security it concerns; empty for flows, conversions and fees
 * @param quantity units gained (positive) or given up (negative); zero when none moved
 * @param price price per unit in {@code currency}; empty when none is stated
 * @param currency currency of price, commission, gross and withholding; of a conversion the foreign currency
 * @param fxRate base currency per unit of {@code currency} on that day, as the journal locks it; 1 for the base currency; empty
 *     when not stated
 * @param commission positive, in {@code currency}; what a fee charges is its cash and no commission
 * @param gross dividend or interest before tax, in {@code currency}; zero when none
 * @param withheld tax withheld, positive, in {@code currency}
 * @param realizedGain price gain of the units sold, in {@code currency}; zero when none
 * @param cash net change of cash, one per currency, in journal order
 */
public record LedgerTransaction(
        String id,
        int sequence,
        LocalDate date,
        TransactionKind kind,
        String narration,
        Optional<String> symbol,
        BigDecimal quantity,
        Optional<BigDecimal> price,
        Currency currency,
        Optional<BigDecimal> fxRate,
        BigDecimal commission,
        BigDecimal gross,
        BigDecimal withheld,
        BigDecimal realizedGain,
        Optional<LocalDate> exDate,
        Optional<LocalDate> payDate,
        List<CashChange> cash) {
    public LedgerTransaction {
        cash = List.copyOf(cash);
    }

    /** Whether money crossed the border of the portfolio, so that it is a flow and not performance. */
    public boolean isExternalFlow() {
        return kind == TransactionKind.DEPOSIT || kind == TransactionKind.WITHDRAWAL;
    }
}
