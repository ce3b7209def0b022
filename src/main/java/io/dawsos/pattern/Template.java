package io.dawsos.pattern;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled argument: what is left of JSON with {@code {{paths}}} in it. */
sealed interface Template {

    /** The value in this scope; a value without any path in it is the same object each time. */
    @Nullable
    Object resolve(Scope scope);

    /** A value without paths. */
    record Literal(@Nullable Object value) implements Template {
        @Override
        public @Nullable Object resolve(Scope scope) {
            return value;
        }
    }

    /** A text that is one path and nothing else: the value keeps its type. */
    record Whole(Path path) implements Template {
        @Override
        public @Nullable Object resolve(Scope scope) {
            return path.resolve(scope);
        }
    }

    /** A text with paths in it; {@code literals} has one element more than {@code paths}. */
    record Text(List<String> literals, List<Path> paths) implements Template {
        @Override
        public String resolve(Scope scope) {
            StringBuilder text = new StringBuilder(literals.get(0));
            for (int i = 0; i < paths.size(); i++) {
                text.append(Texts.of(paths.get(i).resolve(scope))).append(literals.get(i + 1));
            }
            return text.toString();
        }
    }

    /** An array with paths in it. */
    record Items(List<Template> items) implements Template {
        @Override
        public List<@Nullable Object> resolve(Scope scope) {
            @Nullable Object[] values = new Object[items.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = items.get(i).resolve(scope);
            }
            return Collections.unmodifiableList(Arrays.asList(values));
        }
    }

    /** An object with paths in it. */
    record Entries(List<String> names, List<Template> values) implements Template {
        @Override
        public Map<String, @Nullable Object> resolve(Scope scope) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(names.size() * 4 / 3 + 1);
            for (int i = 0; i < names.size(); i++) {
                map.put(names.get(i), values.get(i).resolve(scope));
            }
            return Collections.unmodifiableMap(map);
        }
    }

    /** Names and values of an object, ready to be put together. */
    static Entries entries(Map<String, Template> members) {
        return new Entries(List.copyOf(members.keySet()), List.copyOf(members.values()));
    }
}
