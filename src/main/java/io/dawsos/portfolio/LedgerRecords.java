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
     * Which trades.
     *
     * @param commit ledger commit that is read
     * @param kind BUY or SELL; empty means both
     * @param before only those booked before this place; empty begins with the newest
     * @param limit how many at most
     */
    record TradeQuery(
            UUID portfolioId,
            String commit,
            Optional<String> symbol,
            Optional<TransactionKind> kind,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Integer> before,
            int limit) {}

    /** The newest first; none when the user has no such portfolio. */
    List<TradeRecord> trades(UUID userId, TradeQuery query);

    /** Lots open at the end of the day, by symbol and lot; none when the user has no such portfolio. */
    List<Lot> lots(UUID userId, UUID portfolioId, String commit, LocalDate day);

    /** The user's portfolio whose imported journal has a transaction with this id. */
    Optional<UUID> portfolioOf(UUID userId, String transactionId);
}
