package io.dawsos.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One journal entry, booked.
 *
 * @param id metadata {@code id}, which stays the same when the journal grows; without it {@code <file>:<line>}. Unique in the snapshot
 * @param sequence position in booking order, from 0
 * @param symbol the security it concerns, in a spin-off or merger the old one; empty for flows, conversions and fees
 * @param quantity units of it gained (positive) or given up (negative); zero when none moved
 * @param price price per unit in {@code currency}; empty when none is stated
 * @param currency currency of price, commission, gross and withholding; of a conversion the foreign currency
 * @param fxRate base currency per unit of {@code currency} on that day, as the journal locks it; 1 for the base currency; empty
 *     when not stated
 * @param commission positive, in {@code currency}; what a fee charges is its cash and no commission
 * @param gross dividend or interest before tax, in {@code currency}; zero when none
 * @param withheld tax withheld, positive, in {@code currency}
 * @param realizedGain price gain of the units sold, in {@code currency}; zero when none
 * @param cash net change of cash, one per currency, in journal order
 * @param received units of other securities that a spin-off or merger brought
 * @param reverses id of the transaction that this one undoes: of the same kind and price, with every amount negated
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
        List<CashChange> cash,
        List<UnitChange> received,
        Optional<String> reverses) {
    public LedgerTransaction {
        cash = List.copyOf(cash);
        received = List.copyOf(received);
    }

    /** The transaction that undoes this one: the same but for its own id, place, day and words, every amount negated. */
    LedgerTransaction reversed(String by, int position, LocalDate day, String words) {
        return new LedgerTransaction(
                by,
                position,
                day,
                kind,
                words,
                symbol,
                quantity.negate(),
                price,
                currency,
                fxRate,
                commission.negate(),
                gross.negate(),
                withheld.negate(),
                realizedGain.negate(),
                exDate,
                payDate,
                cash.stream()
                        .map(change -> new CashChange(
                                change.currency(), change.amount().negate()))
                        .toList(),
                received.stream()
                        .map(change -> new UnitChange(
                                change.symbol(), change.quantity().negate()))
                        .toList(),
                Optional.of(id));
    }

    /** Whether money crossed the border of the portfolio, so that it is a flow and not performance. */
    public boolean isExternalFlow() {
        return kind == TransactionKind.DEPOSIT || kind == TransactionKind.WITHDRAWAL;
    }
}
