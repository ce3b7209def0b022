package io.dawsos.portfolio;

import io.dawsos.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an imported journal says, as records to look at. Everything is read from one ledger commit. */
public interface LedgerRecords {

    /**
     * Units bought or sold.
     *
     * @param id metadata {@code id} of the entry, else {@code <file>:<line>}
     * @param sequence place in booking order
     * @param quantity units gained (positive) or given up (negative)
     * @param realizedGain price gain of the units sold, in {@code currency}, before fees
     */
    record TradeRecord(
            String id,
            int sequence,
            LocalDate date,
            TransactionKind kind,
            String symbol,
            BigDecimal quantity,
            Optional<BigDecimal> price,
            Currency currency,
            Optional<BigDecimal> fxRate,
            BigDecimal fees,
            BigDecimal realizedGain,
            String narration) {}

    /**
     * Cash for units that were held.
     *
     * @param id metadata {@code id} of the entry, else {@code <file>:<line>}
     * @param sequence place in booking order
     * @param gross before tax, in {@code currency}; below zero in an entry that takes another back, like the next two
     * @param withheld tax, in {@code currency}
     * @param costs of the payment, in {@code currency}
     * @param units held at the close before the ex-date; empty when the journal states no ex-date, or nothing was held
     * @param reverses id of the entry that this one takes back
     */
    record PaidDividend(
            String id,
            int sequence,
            LocalDate date,
            String symbol,
            Currency currency,
            BigDecimal gross,
            BigDecimal withheld,
            BigDecimal costs,
            Optional<BigDecimal> fxRate,
            Optional<LocalDate> exDate,
            Optional<LocalDate> payDate,
            Optional<BigDecimal> units,
            String narration,
            Optional<String> reverses) {}

    /**
     * Which entries.
     *
     * @param commit ledger commit that is read
     * @param before only those booked before this place; empty begins with the newest
     * @param limit how many at most
     */
    record EntryQuery(
            UUID portfolioId,
            String commit,
            Optional<String> symbol,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Integer> before,
            int limit) {}

    /**
     * The newest first; none when the user has no such portfolio.
     *
     * @param kind BUY or SELL; empty means both
     */
    List<TradeRecord> trades(UUID userId, EntryQuery query, Optional<TransactionKind> kind);

    /** The newest first; none when the user has no such portfolio. */
    List<PaidDividend> dividends(UUID userId, EntryQuery query);

    /** Lots open at the end of the day, by symbol and lot; none when the user has no such portfolio. */
    List<Lot> lots(UUID userId, UUID portfolioId, String commit, LocalDate day);

    /** The user's portfolio whose imported journal has a transaction with this id. */
    Optional<UUID> portfolioOf(UUID userId, String transactionId);
}
