package io.dawsos.ledger.beancount;

import java.util.List;

/**
 * A journal cannot be used. Carries every fault of all its files, by file and line; the message lists the first
 * {@value #LISTED} as {@code file:line: what} and says how many more there are.
 */
public final class JournalException extends RuntimeException {

    private static final int LISTED = 50;

    private final transient List<JournalFault> faults;

    JournalException(List<JournalFault> faults) {
        super(message(faults));
        this.faults = List.copyOf(faults);
    }

    public List<JournalFault> faults() {
        return faults;
    }

    private static String message(List<JournalFault> faults) {
        StringBuilder text = new StringBuilder("The journal has ")
                .append(faults.size())
                .append(faults.size() == 1 ? " fault:" : " faults:");
        faults.stream().limit(LISTED).forEach(fault -> text.append("\n  ").append(fault));
        if (faults.size() > LISTED) {
            text.append("\n  and ").append(faults.size() - LISTED).append(" more");
        }
        return text.toString();
    }
}
