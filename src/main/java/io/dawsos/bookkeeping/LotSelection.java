package io.dawsos.bookkeeping;

/** Which lots a sale takes. */
enum LotSelection {
    /** The oldest first. */
    FIFO,
    /** The youngest first. */
    LIFO,
    /** The highest cost per unit first, of equal ones the oldest. */
    HIFO,
    /** The one that is named. */
    SPECIFIC
}
