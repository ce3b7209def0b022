package io.dawsos.pattern;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.pattern.ConditionTranslator.Translated;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a step runs. Written in CEL, or in the shorter dialect that {@code patterns/schema.json} describes; compiled and checked when the
 * pattern is read; free of side effects. A path alone is its truth: null, false, 0, "", [] and {} are false. A comparison with null on either side is
 * false, but {@code == null} and {@code != null} ask for null.
 */
public final class Condition {

    /** The commonest conditions need no CEL, neither its set-up nor its half microsecond. */
    private static final String TRUTH = "v0";

    private static final String IS_NULL = "v0 == null";
    private static final String IS_NOT_NULL = "v0 != null";

    private final String text;
    private final String cel;
    private final List<Path> paths;
    private final CelRuntime.@Nullable Program program;

    private Condition(String text, Translated translated, CelRuntime.@Nullable Program program) {
        this.text = text;
        this.cel = translated.cel();
        this.paths = translated.paths();
        this.program = program;
    }

    /** Compiles a condition; {@code types} knows what the paths may hold. */
    static Condition compile(String text, Function<Path, ParameterType> types) throws InvalidCondition {
        if (text.length() > ConditionCompiler.LONGEST) {
            throw new InvalidCondition("is longer than " + ConditionCompiler.LONGEST + " characters");
        }
        Translated translated = ConditionTranslator.translate(text);
        if (List.of(TRUTH, IS_NULL, IS_NOT_NULL).contains(translated.cel())) {
            return new Condition(text, translated, null);
        }
        List<ParameterType> known = translated.paths().stream().map(types).toList();
        return new Condition(text, translated, ConditionCompiler.compile(translated, known));
    }

    /**
     * Whether it holds in this scope.
     *
     * @throws Failure when the values do not fit it, as in {@code positions > 3} where positions is a list: never taken for false
     */
    public boolean test(Scope scope) {
        if (program == null) {
            Object value = paths.get(0).resolve(scope);
            return cel.equals(TRUTH)
                    ? ConditionFunctions.truth(ConditionValues.of(value))
                    : (value == null) == cel.equals(IS_NULL);
        }
        try {
            return (Boolean) program.eval(name -> Optional.of(value(name, scope)));
        } catch (CelEvaluationException fault) {
            throw new Failure(
                    FailureReason.INTERNAL_ERROR,
                    "The condition " + Words.quoted(text) + " cannot be decided: " + why(fault));
        }
    }

    private Object value(String variable, Scope scope) {
        Path path = paths.get(Integer.parseInt(variable.substring(1)));
        Object value = path.resolve(scope);
        return value == null ? NullValue.NULL_VALUE : ConditionValues.of(value);
    }

    private static String why(CelEvaluationException fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : Words.harmless(String.valueOf(fault.getMessage())
                        .replaceAll("^evaluation error[^:]*:[0-9]+: |\\. Overload candidates.*", ""));
    }

    /** As the file says it. */
    public String text() {
        return text;
    }

    /** Keys of the state that it reads, {@code ctx} and {@code inputs} among them, sorted. */
    public SortedSet<String> roots() {
        SortedSet<String> roots = new TreeSet<>();
        paths.forEach(path -> roots.add(path.root()));
        return Collections.unmodifiableSortedSet(roots);
    }

    List<Path> paths() {
        return paths;
    }

    /** Its value, when that depends on no path. */
    Optional<Boolean> constant() {
        return program == null ? Optional.empty() : ConditionCompiler.constant(program);
    }

    @Override
    public String toString() {
        return text;
    }
}
