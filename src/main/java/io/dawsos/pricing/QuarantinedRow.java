package io.dawsos.pricing;

/**
 * A row that is not used.
 *
 * @param detail one sentence with the figures
 */
public record QuarantinedRow(MarketRow row, QuarantineReason reason, String detail) {

    /** Place, row and reason, for instance {@code closes.csv:3: AAPL 2023-12-29 -5 USD is quarantined: -5 is negative}. */
    public String words() {
        return row.source() + ": " + row.words() + " is quarantined: " + detail;
    }
}
