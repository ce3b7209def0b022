package io.dawsos.bookkeeping;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered to a write.
 *
 * @param created whether something is there that was not before
 * @param members of the JSON object
 */
public record WriteAnswer(boolean created, LedgerWrite write, Map<String, Object> members) {
    public WriteAnswer {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }
}
