package io.dawsos.bookkeeping;

import io.dawsos.portfolio.Portfolio;

/**
 * An instruction on its way into the ledger.
 *
 * @param portfolio whose journal is written; for {@link NewPortfolio} the one that shall be
 * @param transactionId id that the entry gets
 */
public record LedgerWrite(Caller caller, Portfolio portfolio, String transactionId, Instruction instruction) {}
