package io.dawsos.pattern;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.dawsos.pattern.ConditionTranslator.Translated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * CEL, set up once, when the first condition is read (it costs about half a second of a cold start). Bounded: length, nesting, rounds of
 * macros, regular expressions without backtracking.
 */
final class ConditionCompiler {

    static final int LONGEST = 2_000;
    private static final int DEEPEST = 48;
    private static final int MOST_ROUNDS = 100_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(4 * LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .comprehensionMaxIterations(MOST_ROUNDS)
            .build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(ConditionFunctions.bindings())
            .build();

    private ConditionCompiler() {}

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(ConditionFunctions.declarations());
        for (int i = 0; i < ConditionTranslator.MOST_PATHS; i++) {
            builder.addVar("v" + i, SimpleType.DYN);
        }
        return builder.build();
    }

    /** The condition, ready to run; {@code types} are those of its paths, in order. */
    static CelRuntime.Program compile(Translated condition, List<ParameterType> types) throws InvalidCondition {
        CelAbstractSyntaxTree checked = tree(COMPILER.compile(condition.cel()), condition);
        CelType result = checked.getResultType();
        if (result.kind() != CelKind.BOOL && result.kind() != CelKind.DYN) {
            throw new InvalidCondition("is " + result.name() + ", not true or false");
        }
        CelAbstractSyntaxTree ruled = ConditionRules.apply(checked, types);
        try {
            return RUNTIME.createProgram(tree(COMPILER.check(ruled), condition));
        } catch (CelEvaluationException fault) {
            throw new InvalidCondition(String.valueOf(fault.getMessage()));
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result, Translated condition)
            throws InvalidCondition {
        if (result.hasError()) {
            List<CelIssue> errors = result.getErrors();
            throw new InvalidCondition(errors.stream()
                    .map(CelIssue::getMessage)
                    .map(message -> inTheAuthorsWords(message, condition))
                    .distinct()
                    .collect(Collectors.joining("; ")));
        }
        try {
            return result.getAst();
        } catch (CelValidationException fault) {
            throw new InvalidCondition(String.valueOf(fault.getMessage()));
        }
    }

    private static String inTheAuthorsWords(String message, Translated condition) {
        String text = message.replaceAll(" \\(in container ''\\)| \\(candidates: .*", "")
                .replaceAll(" expecting \\{.*", "")
                .replaceAll("'_([^']+)_'", "'$1'")
                .replace("mismatched input '<EOF>'", "it ends too early");
        for (int i = condition.paths().size() - 1; i >= 0; i--) {
            text = text.replace("'v" + i + "'", "'" + condition.paths().get(i) + "'");
        }
        return Words.harmless(text);
    }

    /** The value of a condition that does not depend on what its paths hold; empty when it does. */
    static Optional<Boolean> constant(CelRuntime.Program program) {
        try {
            return program.eval(name -> Optional.empty()) instanceof Boolean value
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (CelEvaluationException dependsOnAPath) {
            return Optional.empty();
        }
    }
}
