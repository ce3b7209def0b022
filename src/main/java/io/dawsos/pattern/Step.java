package io.dawsos.pattern;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One step of a pattern: call {@code capability} with {@code args}, keep the answer as {@code resultKey}.
 *
 * @param capability {@code category.operation}
 * @param args the arguments, compiled
 * @param resultKey key of the result in the state, {@code last} when the file names none; unique in its pattern
 * @param condition the step is skipped when it is false
 */
public record Step(String capability, ArgsTemplate args, String resultKey, Optional<Condition> condition) {

    /** Keys of the state that this step reads, {@code ctx} and {@code inputs} among them, sorted. */
    public SortedSet<String> reads() {
        SortedSet<String> roots = new TreeSet<>(args.roots());
        condition.ifPresent(c -> roots.addAll(c.roots()));
        return Collections.unmodifiableSortedSet(roots);
    }
}
