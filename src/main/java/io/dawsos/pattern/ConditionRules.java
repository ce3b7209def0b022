package io.dawsos.pattern;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelMutableExpr;
import dev.cel.common.ast.CelMutableExpr.CelMutableCall;
import dev.cel.common.ast.CelMutableExpr.CelMutableComprehension;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;

/**
 * Gives a checked condition the meaning of patterns: comparisons become null-safe ({@link ConditionFunctions}), and a value of unknown type
 * that is used as true or false is asked for its truth. Refuses comparisons that cannot come out true by the types of their sides.
 */
final class ConditionRules {

    private static final List<String> LOGICAL = List.of("_&&_", "_||_", "!_");
    private static final String CHOICE = "_?_:_";
    private static final long FIRST_FREE_ID = 1L << 32;

    private final CelAbstractSyntaxTree checked;
    private final List<ParameterType> types;
    private long nextId = FIRST_FREE_ID;

    private ConditionRules(CelAbstractSyntaxTree checked, List<ParameterType> types) {
        this.checked = checked;
        this.types = types;
    }

    /** The condition rewritten, to be checked once more. */
    static CelAbstractSyntaxTree apply(CelAbstractSyntaxTree checked, List<ParameterType> types)
            throws InvalidCondition {
        CelMutableAst tree = CelMutableAst.fromCelAst(checked);
        ConditionRules rules = new ConditionRules(checked, types);
        rules.visit(tree.expr());
        return CelMutableAst.of(rules.truth(tree.expr()), tree.source()).toParsedAst();
    }

    private void visit(CelMutableExpr expression) throws InvalidCondition {
        switch (expression.getKind()) {
            case SELECT -> visit(expression.select().operand());
            case CALL -> visitCall(expression.call());
            case LIST -> visitAll(expression.list().elements());
            case MAP -> {
                for (CelMutableExpr.CelMutableMap.Entry entry : expression.map().entries()) {
                    visit(entry.key());
                    visit(entry.value());
                }
            }
            case COMPREHENSION -> visitComprehension(expression.comprehension());
            case CONSTANT, IDENT, STRUCT, NOT_SET -> {}
        }
    }

    private void visitAll(List<CelMutableExpr> expressions) throws InvalidCondition {
        for (CelMutableExpr expression : expressions) {
            visit(expression);
        }
    }

    private void visitComprehension(CelMutableComprehension loop) throws InvalidCondition {
        visit(loop.iterRange());
        visit(loop.accuInit());
        visit(loop.loopCondition());
        visit(loop.loopStep());
        visit(loop.result());
    }

    private void visitCall(CelMutableCall call) throws InvalidCondition {
        ConditionFunctions comparison = ConditionFunctions.of(call.function());
        if (comparison != null) {
            CelMutableExpr left = call.args().get(0);
            CelMutableExpr right = call.args().get(1);
            refuseNonsense(comparison, left, right);
            visitAll(call.args());
            if (!isNull(left) && !isNull(right)) {
                call.setFunction(comparison.id());
            }
            return;
        }
        if (call.target().isPresent()) {
            visit(call.target().get());
        }
        visitAll(call.args());
        if (LOGICAL.contains(call.function())) {
            for (int i = 0; i < call.args().size(); i++) {
                call.setArg(i, truth(call.args().get(i)));
            }
        } else if (call.function().equals(CHOICE)) {
            call.setArg(0, truth(call.args().get(0)));
        }
    }

    private CelMutableExpr truth(CelMutableExpr expression) {
        boolean unknown =
                checked.getType(expression.id()).filter(SimpleType.DYN::equals).isPresent();
        return unknown
                ? CelMutableExpr.ofCall(nextId++, CelMutableCall.create(ConditionFunctions.TRUTH, expression))
                : expression;
    }

    private void refuseNonsense(ConditionFunctions comparison, CelMutableExpr left, CelMutableExpr right)
            throws InvalidCondition {
        if (isComparison(left) || isComparison(right)) {
            throw new InvalidCondition("comparisons do not chain; write 'a < b and b < c'");
        }
        ParameterType a = typeOf(left);
        ParameterType b = typeOf(right);
        if (comparison != ConditionFunctions.IN && !a.mayBe(b)) {
            throw new InvalidCondition("compares " + a.words() + " with " + b.words());
        }
        if (comparison == ConditionFunctions.IN && (b.isNumeric() || b == ParameterType.BOOLEAN)) {
            throw new InvalidCondition("looks for something in " + b.words());
        }
    }

    private static boolean isComparison(CelMutableExpr expression) {
        return expression.getKind() == Kind.CALL
                && ConditionFunctions.of(expression.call().function()) != null;
    }

    private static boolean isNull(CelMutableExpr expression) {
        return expression.getKind() == Kind.CONSTANT && expression.constant().getKind() == CelConstant.Kind.NULL_VALUE;
    }

    private ParameterType typeOf(CelMutableExpr expression) {
        if (expression.getKind() == Kind.IDENT && expression.ident().name().matches("v[0-9]+")) {
            int variable = Integer.parseInt(expression.ident().name().substring(1));
            return variable < types.size() ? types.get(variable) : ParameterType.ANY;
        }
        CelType type = checked.getType(expression.id()).orElse(SimpleType.DYN);
        return switch (type.kind()) {
            case INT, UINT -> ParameterType.INTEGER;
            case DOUBLE -> ParameterType.NUMBER;
            case STRING -> ParameterType.STRING;
            case BOOL -> ParameterType.BOOLEAN;
            case LIST -> ParameterType.ARRAY;
            case MAP -> ParameterType.OBJECT;
            default -> ParameterType.ANY;
        };
    }
}
