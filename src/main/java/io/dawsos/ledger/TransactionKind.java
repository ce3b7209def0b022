package io.dawsos.ledger;

/** What a journal entry means to a portfolio. */
public enum TransactionKind {
    /** Money from outside: an external flow. */
    DEPOSIT,
    /** Money to outside: an external flow. */
    WITHDRAWAL,
    /** One currency for another. */
    CONVERSION,
    /** Units for cash, commission included; also a reinvested dividend's purchase. */
    BUY,
    /** Cash for units, commission deducted. */
    SELL,
    /** Cash for units held at the ex-date, tax withheld. */
    DIVIDEND,
    /** Tax on an earlier dividend, posted later; negative when it comes back. */
    WITHHOLDING,
    /** New units for old, cost unchanged. */
    SPLIT,
    /** Units of another security beside those held, which keep a part of their cost. */
    SPIN_OFF,
    /** Units of another security, and cash, in place of those held. */
    MERGER,
    /** A charge that belongs to no security. */
    FEE,
    /** Interest and other income that belongs to no security. */
    INCOME
}
