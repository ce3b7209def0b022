package io.dawsos.pattern;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a step, compiled when the pattern is read. A text that is one template and nothing else keeps the type of the value; a
 * template inside a text is written into it; objects and arrays are resolved through and through; null is a value.
 */
public final class ArgsTemplate {

    private final Map<String, Template> members;
    private final Template whole;
    private final SortedSet<String> roots;

    ArgsTemplate(Map<String, Template> members, Template whole, List<Path> paths) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.whole = whole;
        SortedSet<String> all = new TreeSet<>();
        paths.forEach(path -> all.add(path.root()));
        this.roots = Collections.unmodifiableSortedSet(all);
    }

    /** The arguments by name, in file order, unmodifiable; the same object each time when no template is among them. */
    @SuppressWarnings("unchecked") // an object template resolves to nothing else
    public Map<String, @Nullable Object> resolve(Scope scope) {
        Object resolved = whole.resolve(scope);
        if (resolved == null) {
            throw new IllegalStateException("arguments are an object");
        }
        return (Map<String, @Nullable Object>) resolved;
    }

    /** Keys of the state that the templates read, {@code ctx} and {@code inputs} among them, sorted. */
    public SortedSet<String> roots() {
        return roots;
    }

    /** The compiled arguments by name. */
    Map<String, Template> members() {
        return members;
    }
}
