package io.dawsos.execution;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the steps of an execution answered so far, by result key. Immutable: one more makes a copy, of two short arrays. */
final class Results {

    static final Results NONE = new Results(new String[0], new Object[0]);

    private final String[] keys;
    private final Object[] values;

    private Results(String[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** With one more; {@code key} is not among them. */
    Results with(String key, Object value) {
        int count = keys.length;
        String[] moreKeys = Arrays.copyOf(keys, count + 1);
        Object[] moreValues = Arrays.copyOf(values, count + 1);
        moreKeys[count] = key;
        moreValues[count] = value;
        return new Results(moreKeys, moreValues);
    }

    /** Null when no step has answered under that key. A search through a dozen keys is shorter than a hash map is long to copy. */
    @Nullable
    Object get(String key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return values[i];
            }
        }
        return null;
    }
}
