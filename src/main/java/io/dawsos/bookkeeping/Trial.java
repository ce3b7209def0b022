package io.dawsos.bookkeeping;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.JournalState;
import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal at one head, booked in memory as it is and with what may be written behind it. For one write by one thread. */
final class Trial {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    private final JournalSource source;
    private final String path;
    private final String head;
    private final byte[] before;
    private Optional<JournalState> present = Optional.empty();

    Trial(JournalSource source, String path, String head, byte[] before) {
        this.source = source;
        this.path = path;
        this.head = head;
        this.before = before;
    }

    /** As it is; read when first asked for. */
    JournalState present() {
        if (present.isEmpty()) {
            present = Optional.of(readPresent());
        }
        return present.get();
    }

    private JournalState readPresent() {
        try {
            return JournalState.read(source, path, before, head);
        } catch (JournalException e) {
            LOG.error("The journal {} has faults at the head {} of the ledger", path, head, e);
            throw new Failure(
                    FailureReason.LEDGER_NOT_WRITABLE,
                    "The journal of the portfolio has " + e.faults().size()
                            + " faults at the head of the ledger; nothing is added until they are mended: "
                            + e.faults().get(0));
        }
    }

    /** As it would be; throws VALIDATION_FAILED with every objection of the loader. */
    JournalState with(String text) {
        try {
            return JournalState.read(source, path, content(text), head);
        } catch (JournalException e) {
            throw Failure.invalid(e.faults().stream()
                    .map(fault -> new Violation("", "The journal refuses it: " + fault))
                    .toList());
        }
    }

    byte[] content(String text) {
        return Appended.to(before, text);
    }
}
