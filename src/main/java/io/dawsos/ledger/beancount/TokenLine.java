package io.dawsos.ledger.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tokens of one line, taken from left to right. */
final class TokenLine {

    private static final int LONGEST_QUOTE = 60;

    private final List<Token> tokens;
    private int next;

    TokenLine(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    boolean at(Token.Kind kind) {
        return !atEnd() && tokens.get(next).kind() == kind;
    }

    boolean at(String sign) {
        return at(Token.Kind.SIGN) && tokens.get(next).text().equals(sign);
    }

    /** Takes the sign if it comes next. */
    boolean took(String sign) {
        boolean there = at(sign);
        next += there ? 1 : 0;
        return there;
    }

    String take(Token.Kind kind) throws SyntaxFault {
        return take(kind, kind.words());
    }

    String take(Token.Kind kind, String wanted) throws SyntaxFault {
        if (!at(kind)) {
            throw expected(wanted);
        }
        return tokens.get(next++).text();
    }

    LocalDate date() throws SyntaxFault {
        return LocalDate.parse(take(Token.Kind.DATE));
    }

    BigDecimal number() throws SyntaxFault {
        return new BigDecimal(take(Token.Kind.NUMBER));
    }

    Quantity quantity() throws SyntaxFault {
        BigDecimal number = number();
        return new Quantity(number, take(Token.Kind.SYMBOL, "the currency or symbol of " + number.toPlainString()));
    }

    /** A quoted text without its quotes; {@code \n} and {@code \t} mean themselves, {@code \x} means x. */
    String text() throws SyntaxFault {
        String quoted = take(Token.Kind.TEXT);
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            text.append(c == '\\' ? escaped(quoted.charAt(++i)) : c);
        }
        return text.toString();
    }

    void end() throws SyntaxFault {
        if (!atEnd()) {
            throw new SyntaxFault("unexpected " + seen() + " at the end of the line");
        }
    }

    SyntaxFault expected(String wanted) {
        return new SyntaxFault("expected " + wanted + ", found " + seen());
    }

    /** What comes next, in words. */
    String seen() {
        return peek().map(token -> "'" + shortened(token.text()) + "'").orElse("the end of the line");
    }

    private Optional<Token> peek() {
        return atEnd() ? Optional.empty() : Optional.of(tokens.get(next));
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> c;
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
