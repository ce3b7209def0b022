package io.dawsos.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A way to a value: a root, then members ({@code .field}, {@code .length}) and elements ({@code [0]}). {@code state.x} is the same as
 * {@code x}. A path through null, or to something that is not there, is null.
 */
final class Path {

    private static final java.util.regex.Pattern SHAPE =
            java.util.regex.Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+|\\[[0-9]{1,6}])*+");
    private static final java.util.regex.Pattern PART =
            java.util.regex.Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[([0-9]{1,6})]");
    private static final java.util.regex.Pattern STATE = java.util.regex.Pattern.compile("state\\.(?=[A-Za-z_])");

    private final String text;
    private final String root;
    private final Part[] parts;

    /** A member when it has a name, else an element. */
    private record Part(@Nullable String name, int index) {}

    private Path(String text, String root, List<Part> parts) {
        this.text = text;
        this.root = root;
        this.parts = parts.toArray(Part[]::new);
    }

    /** The path, or empty when the text is none. */
    static Optional<Path> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher state = STATE.matcher(text);
        String bare = state.lookingAt() ? text.substring(state.end()) : text;
        int end = 0;
        while (end < bare.length() && bare.charAt(end) != '.' && bare.charAt(end) != '[') {
            end++;
        }
        List<Part> parts = new ArrayList<>();
        Matcher part = PART.matcher(bare.substring(end));
        while (part.find()) {
            String name = part.group(1);
            parts.add(name == null ? new Part(null, Integer.parseInt(part.group(2))) : new Part(name.intern(), 0));
        }
        return Optional.of(new Path(text, bare.substring(0, end).intern(), parts));
    }

    @Nullable
    Object resolve(Scope scope) {
        Object value = Members.unwrap(scope.root(root));
        for (Part part : parts) {
            if (value == null) {
                return null;
            }
            String name = part.name;
            value = name == null ? Members.at(value, part.index) : Members.named(value, name);
        }
        return value;
    }

    /** The key of the state that it starts from: {@code ctx}, {@code inputs} or a result. */
    String root() {
        return root;
    }

    /** The name right after the root, when it is one. */
    Optional<String> firstMember() {
        return parts.length == 0 ? Optional.empty() : Optional.ofNullable(parts[0].name);
    }

    /** How many members and elements follow the root. */
    int depth() {
        return parts.length;
    }

    /** Whether it ends in {@code .length}. */
    boolean isLength() {
        return parts.length > 0 && "length".equals(parts[parts.length - 1].name);
    }

    @Override
    public String toString() {
        return text;
    }
}
