package io.dawsos.pattern;

import io.dawsos.pattern.ConditionTokens.Kind;
import io.dawsos.pattern.ConditionTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Translates a condition to CEL. Paths, bare or in braces, become the variables {@code v0}, {@code v1}, ...: no value is ever put into the
 * text. The words {@code and or not is null none true false in}, {@code is not} and {@code not in} become CEL's operators with the
 * precedence that they have in Python. CEL itself (methods, functions, macros such as {@code exists}) passes unchanged.
 */
final class ConditionTranslator {

    static final int MOST_PATHS = 16;

    /** What a macro like {@code list.exists(x, ...)} is called. */
    private static final Set<String> MACROS =
            new LinkedHashSet<>(List.of("all", "exists", "exists_one", "map", "filter"));

    /** Words with a meaning in conditions: no step may be called so. */
    static final Set<String> RESERVED = new LinkedHashSet<>(
            List.of("and", "or", "not", "is", "in", "null", "none", "None", "true", "True", "false", "False"));

    /** One level of brackets: where its current operand began in the output, and how many brackets of ours are open. */
    private static final class Level {
        private int operand;
        private int open;
    }

    /**
     * @param cel the condition in CEL
     * @param paths what the variables stand for, in order
     */
    record Translated(String cel, List<Path> paths) {}

    private final List<Token> tokens;
    private final Set<String> locals = new LinkedHashSet<>();
    private final List<Path> paths = new ArrayList<>();
    private final List<String> out = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private int next;

    private ConditionTranslator(List<Token> tokens) {
        this.tokens = tokens;
        levels.push(new Level());
    }

    static Translated translate(String condition) throws InvalidCondition {
        ConditionTranslator translator = new ConditionTranslator(ConditionTokens.of(condition));
        translator.findLocals();
        translator.run();
        return new Translated(String.join(" ", translator.out), List.copyOf(translator.paths));
    }

    /** A name that a macro declares is no path. */
    private void findLocals() {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            String name = tokens.get(i).text();
            boolean macro =
                    tokens.get(i).kind() == Kind.PATH && MACROS.contains(name.substring(name.lastIndexOf('.') + 1));
            if (macro && tokens.get(i + 1).is("(") && tokens.get(i + 3).is(",")) {
                locals.add(tokens.get(i + 2).text());
            }
        }
    }

    private void run() throws InvalidCondition {
        while (tokens.get(next).kind() != Kind.END) {
            Token token = tokens.get(next++);
            switch (token.kind()) {
                case TEMPLATE -> out.add(variable(token));
                case TEXT -> out.add(text(token));
                case NUMBER -> out.add(token.text());
                case PATH -> word(token);
                case OPERATOR -> operator(token);
                case END -> throw new IllegalStateException("past the end");
            }
        }
        closeOperand();
        if (levels.size() > 1) {
            throw new InvalidCondition("a bracket is not closed");
        }
        if (out.isEmpty()) {
            throw new InvalidCondition("is empty");
        }
    }

    private static String text(Token token) throws InvalidCondition {
        if (token.text().contains("{{")) {
            throw new InvalidCondition(
                    "column " + token.column() + ": a template in quotes is only text; leave out the quotes");
        }
        return token.text();
    }

    private void word(Token token) throws InvalidCondition {
        if (next > 1 && tokens.get(next - 2).is(".")) {
            out.add(token.text());
            return;
        }
        switch (token.text()) {
            case "and" -> between("&&");
            case "or" -> between("||");
            case "not" -> not();
            case "is" -> out.add(take("not") ? "!=" : "==");
            case "in" -> out.add("in");
            case "null", "none", "None" -> out.add("null");
            case "true", "True" -> out.add("true");
            case "false", "False" -> out.add("false");
            default -> name(token);
        }
    }

    private void not() {
        Level level = top();
        if (take("in")) {
            out.add(level.operand, "!(");
            out.add("in");
        } else {
            out.add("!(");
            level.operand = out.size();
        }
        level.open++;
    }

    private void name(Token token) throws InvalidCondition {
        String text = token.text();
        int dot = text.lastIndexOf('.');
        if (tokens.get(next).is("(")) {
            out.add(
                    dot < 0
                            ? text
                            : value(new Token(Kind.PATH, text.substring(0, dot), token.column()))
                                    + text.substring(dot));
        } else {
            out.add(value(token));
        }
    }

    private String value(Token token) throws InvalidCondition {
        String text = token.text();
        String root = text.split("[.\\[]", 2)[0];
        if (!locals.contains(root)) {
            return variable(token);
        }
        return text.endsWith(".length") ? "size(" + text.substring(0, text.lastIndexOf('.')) + ")" : text;
    }

    private String variable(Token token) throws InvalidCondition {
        Path path = Path.parse(token.text())
                .orElseThrow(() -> new InvalidCondition(
                        "column " + token.column() + ": " + Words.quoted(token.text()) + " is no path"));
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).toString().equals(path.toString())) {
                return "v" + i;
            }
        }
        if (paths.size() == MOST_PATHS) {
            throw new InvalidCondition("uses more than " + MOST_PATHS + " paths");
        }
        paths.add(path);
        return "v" + (paths.size() - 1);
    }

    private void operator(Token token) throws InvalidCondition {
        switch (token.text()) {
            case "(", "[", "{" -> {
                out.add(token.text());
                levels.push(new Level());
                top().operand = out.size();
            }
            case ")", "]", "}" -> {
                closeOperand();
                levels.pop();
                if (levels.isEmpty()) {
                    throw new InvalidCondition("column " + token.column() + ": '" + token.text() + "' closes nothing");
                }
                out.add(token.text());
            }
            case "&&", "||", ",", "?", ":" -> between(token.text());
            default -> out.add(token.text());
        }
    }

    private void between(String operator) {
        closeOperand();
        out.add(operator);
        top().operand = out.size();
    }

    /** Closes the brackets that {@code not} opened for the operand that ends here. */
    private void closeOperand() {
        Level level = top();
        for (; level.open > 0; level.open--) {
            out.add(")");
        }
    }

    private boolean take(String word) {
        boolean there = tokens.get(next).is(word);
        next += there ? 1 : 0;
        return there;
    }

    private Level top() {
        return levels.getFirst();
    }
}
