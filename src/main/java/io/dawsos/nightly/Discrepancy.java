package io.dawsos.nightly;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing that the database and the ledger say differently.
 *
 * @param account symbol, currency, {@link #TOTAL} or {@link #LEDGER}
 * @param stored what the database holds; empty when it holds nothing
 * @param booked what the ledger says; empty when it says nothing
 * @param errorBps |stored - booked| / |booked| x 10,000; empty where that is undefined
 */
public record Discrepancy(
        String account,
        Kind kind,
        Optional<BigDecimal> stored,
        Optional<BigDecimal> booked,
        Optional<BigDecimal> errorBps,
        String details) {

    /** The account of the portfolio as a whole. */
    public static final String TOTAL = "TOTAL";

    /** The account of what concerns the ledger itself. */
    public static final String LEDGER = "LEDGER";

    /** What differs. */
    public enum Kind {
        /** Units of a security; they must agree exactly. */
        QUANTITY_MISMATCH,
        /** Cost of a security in base currency; within 0.01. */
        COST_MISMATCH,
        /** Value in base currency, of a security or the portfolio, with the same pack; within 1 bp. */
        VALUATION_MISMATCH,
        /** A security is held on one side only. */
        MISSING_POSITION,
        /** Cash of one currency; within 0.01. */
        CASH_MISMATCH,
        /** The comparison could not be made. */
        EXCEPTION
    }
}
