package io.dawsos.health;

/** What {@link DataHealth} can find, and how much it matters. */
public enum FindingCode {
    /** There is no pricing pack at all. */
    NO_PACK(Severity.CRITICAL),
    /** The newest pack ended in an error. */
    PACK_FAILED(Severity.CRITICAL),
    /** The newest pack did not agree with the ledgers. */
    RECONCILIATION_FAILED(Severity.CRITICAL),
    /** A held security has no price in the newest pack. */
    MISSING_PRICE(Severity.CRITICAL),
    /** A held currency has no path to the portfolio's base currency in the newest pack. */
    MISSING_FX(Severity.CRITICAL),
    /** No journal was imported for the portfolio. */
    NO_LEDGER(Severity.CRITICAL),
    /** The portfolio has bookings and no daily history. */
    MISSING_HISTORY(Severity.CRITICAL),
    /** Nothing newer than the newest pack was built for days. */
    PACK_OUTDATED(Severity.WARNING),
    /** Business days in a row have no pack. */
    PACK_GAP(Severity.WARNING),
    /** A published row was not used for the newest pack, and nobody accepted it. */
    QUARANTINED_ROW(Severity.WARNING),
    /** The newest pack carries a price forward for too long. */
    STALE_PRICE(Severity.WARNING),
    /** The newest pack carries a rate forward for too long. */
    STALE_FX(Severity.WARNING),
    /** Days that have a pack have no daily value of the portfolio. */
    HISTORY_GAP(Severity.WARNING),
    /** Sources disagree about a held symbol, or it shares a name with another. */
    AMBIGUOUS_SYMBOL(Severity.WARNING),
    /** A held symbol has no exchange code, or neither FIGI nor ISIN. */
    UNMAPPED_SYMBOL(Severity.INFO),
    /** The newest pack is still being made. */
    PACK_WARMING(Severity.INFO);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    /** The same for every occurrence. */
    public Severity severity() {
        return severity;
    }
}
