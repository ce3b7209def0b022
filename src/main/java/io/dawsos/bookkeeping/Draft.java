package io.dawsos.bookkeeping;

import io.dawsos.ledger.NewEntry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What shall be written, and what is answered when it was.
 *
 * @param summary one line, for the commit
 * @param text to be put behind what the journal says; empty when there is nothing to write
 * @param entry the entry in the text; empty when there is none
 * @param warnings what the caller should know
 */
public record Draft(
        String summary, String text, Optional<NewEntry> entry, Map<String, Object> answer, List<String> warnings) {

    public Draft {
        answer = Collections.unmodifiableMap(new LinkedHashMap<>(answer));
        warnings = List.copyOf(warnings);
    }

    boolean writesNothing() {
        return text.isEmpty();
    }
}
