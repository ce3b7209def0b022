package io.dawsos.pricing;

import java.util.Locale;

/** Why a row of a provider is not used. */
public enum QuarantineReason {
    /** The value is no decimal number of at most 34 digits. */
    NOT_A_NUMBER(false),
    /** The value is infinite or not a number by its own word. */
    NOT_FINITE(false),
    /** The value is below 0. */
    NEGATIVE(false),
    /** The value is 0. */
    ZERO(false),
    /** The security is not in the security master. */
    UNKNOWN_SECURITY(false),
    /** The currency has no ISO 4217 code, or no pack keeps it. */
    UNKNOWN_CURRENCY(false),
    /** A close in another currency than its security, or a rate against another base than the packs'. */
    OTHER_CURRENCY(false),
    /** Another row of the same key and day says something else. */
    CONTRADICTED(true),
    /** Further from the last accepted value than {@link MoveLimits} allow. */
    MOVED_TOO_FAR(true);

    private final boolean acceptable;

    QuarantineReason(boolean acceptable) {
        this.acceptable = acceptable;
    }

    /** Whether an operator may accept such a row; the others have to be corrected at their source. */
    public boolean acceptable() {
        return acceptable;
    }

    /** In lower case, as tables, labels and answers write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
