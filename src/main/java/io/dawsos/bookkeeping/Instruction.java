package io.dawsos.bookkeeping;

/** What somebody asks to be written, checked as far as that can be done without the journal. */
public sealed interface Instruction
        permits NewPortfolio, Trade, CashFlow, Conversion, Dividend, Split, WithheldTax, Reversal {

    /** Snake case, for the audit log. */
    String kind();

    /** What it would write into the journal as it stands now; throws a failure that the caller can mend when it contradicts the journal. */
    Draft draft(Desk desk);
}
