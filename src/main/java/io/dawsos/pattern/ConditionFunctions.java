package io.dawsos.pattern;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of conditions: with null on either side they are false, and whole numbers compare with others by their value. They take the
 * place of CEL's own operators once CEL's checker has passed those, under names that no author can write.
 */
enum ConditionFunctions {
    EQUAL("_==_"),
    UNEQUAL("_!=_"),
    LESS("_<_"),
    AT_MOST("_<=_"),
    MORE("_>_"),
    AT_LEAST("_>=_"),
    IN("@in");

    /** Name of the function that takes a value for true unless it is null, false, 0 or empty. */
    static final String TRUTH = "@truth";

    private static final int NOT_COMPARABLE = 2;

    private final String operator;

    ConditionFunctions(String operator) {
        this.operator = operator;
    }

    /** The function for one of CEL's operators; null for an operator that compares nothing. */
    static @Nullable ConditionFunctions of(String operator) {
        for (ConditionFunctions one : values()) {
            if (one.operator.equals(operator)) {
                return one;
            }
        }
        return null;
    }

    /** Name of the function in CEL. */
    String id() {
        return "@null_safe_" + name().toLowerCase(Locale.ROOT);
    }

    static List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> all = new ArrayList<>();
        all.add(CelFunctionDecl.newFunctionDeclaration(
                TRUTH, CelOverloadDecl.newGlobalOverload("truth", SimpleType.BOOL, SimpleType.DYN)));
        for (ConditionFunctions one : values()) {
            all.add(CelFunctionDecl.newFunctionDeclaration(
                    one.id(),
                    CelOverloadDecl.newGlobalOverload(one.name(), SimpleType.BOOL, SimpleType.DYN, SimpleType.DYN)));
        }
        return all;
    }

    static List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> all = new ArrayList<>();
        all.add(CelFunctionBinding.from("truth", Object.class, ConditionFunctions::truth));
        for (ConditionFunctions one : values()) {
            all.add(CelFunctionBinding.from(one.name(), Object.class, Object.class, one::test));
        }
        return all;
    }

    private boolean test(Object a, Object b) {
        if (isNull(a) || isNull(b)) {
            return false;
        }
        return switch (this) {
            case EQUAL -> same(a, b);
            case UNEQUAL -> !same(a, b);
            case LESS -> order(a, b) == -1;
            case AT_MOST -> order(a, b) <= 0;
            case MORE -> order(a, b) == 1;
            case AT_LEAST -> order(a, b) == 0 || order(a, b) == 1;
            case IN -> contains(b, a);
        };
    }

    /** Truth of a value of CEL. */
    static boolean truth(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof CharSequence text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : !isNull(value);
    }

    private static boolean isNull(Object value) {
        return value instanceof NullValue;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number one && b instanceof Number other) {
            return compare(one, other) == 0;
        }
        if (a instanceof List<?> one && b instanceof List<?> other) {
            boolean same = one.size() == other.size();
            for (int i = 0; same && i < one.size(); i++) {
                same = same(one.get(i), other.get(i));
            }
            return same;
        }
        if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
            return one.size() == other.size()
                    && one.entrySet().stream()
                            .allMatch(e -> other.containsKey(e.getKey()) && same(e.getValue(), other.get(e.getKey())));
        }
        return a != null && a.equals(b);
    }

    /** -1, 0 or 1; 2 when there is no order because one of them is no number (NaN). */
    private static int order(Object a, Object b) {
        if (a instanceof Number one && b instanceof Number other) {
            return compare(one, other);
        }
        if (a instanceof String one && b instanceof String other) {
            return Integer.signum(one.compareTo(other));
        }
        if (a instanceof Boolean one && b instanceof Boolean other) {
            return one.compareTo(other);
        }
        throw new IllegalArgumentException("it compares " + kind(a) + " with " + kind(b));
    }

    private static int compare(Number a, Number b) {
        if (a instanceof Long one && b instanceof Long other) {
            return one.compareTo(other);
        }
        double one = a.doubleValue();
        double other = b.doubleValue();
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return NOT_COMPARABLE;
        }
        if (Double.isInfinite(one) || Double.isInfinite(other)) {
            return Double.compare(one, other);
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double real ? new BigDecimal(real) : new BigDecimal(number.toString());
    }

    private static boolean contains(Object container, Object wanted) {
        if (container instanceof List<?> list) {
            return list.stream().anyMatch(element -> same(element, wanted));
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(wanted);
        }
        if (container instanceof String text && wanted instanceof String part) {
            return text.contains(part);
        }
        throw new IllegalArgumentException("it looks for " + kind(wanted) + " in " + kind(container));
    }

    private static String kind(Object value) {
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof CharSequence) {
            return "a text";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        return value instanceof Boolean ? "true or false" : "an object";
    }
}
