package io.dawsos.ledger.beancount;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a line into tokens. Comments from {@code ;} on and space between tokens disappear. */
final class Lexer {

    private static final int MAX_DIGITS = 28;

    // the order decides: an account before a symbol, a doubled sign before a single one
    private static final Pattern TOKEN = Pattern.compile("(?<comment>;.*)"
            + "|(?<number>[-+]?[0-9](?:[^\\s;{}@,~\"]|,(?=[0-9]))*)"
            + "|(?<text>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")"
            + "|(?<account>[A-Z][\\p{L}\\p{Nd}-]*(?::[\\p{Lu}\\p{Nd}][\\p{L}\\p{Nd}-]*)+)"
            + "|(?<key>[a-z][a-zA-Z0-9_-]*:(?=[ \\t]|$))"
            + "|(?<word>[a-z]+)"
            + "|(?<symbol>[A-Z](?:[A-Z0-9'._-]{0,22}[A-Z0-9])?(?![\\p{L}\\p{Nd}]))"
            + "|#(?<tag>[A-Za-z0-9_/.-]+)"
            + "|\\^(?<link>[A-Za-z0-9_/.-]+)"
            + "|(?<sign>\\{\\{|\\}\\}|@@|[{}@,~*!])");

    private static final int COMMENT = 1;
    private static final int NUMBER_OR_DATE = 2;

    /** What the groups after those two are, in their order. */
    private static final List<Token.Kind> KINDS = List.of(
            Token.Kind.TEXT,
            Token.Kind.ACCOUNT,
            Token.Kind.KEY,
            Token.Kind.WORD,
            Token.Kind.SYMBOL,
            Token.Kind.TAG,
            Token.Kind.LINK,
            Token.Kind.SIGN);

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ALMOST_DATE = Pattern.compile("[0-9]+[-/][0-9]+[-/][0-9]+.*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]*)?");

    private Lexer() {}

    static List<Token> cut(String line) throws SyntaxFault {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(line);
        int at = 0;
        while (at < line.length()) {
            if (isSpace(line.charAt(at))) {
                at++;
                continue;
            }
            matcher.region(at, line.length());
            if (!matcher.lookingAt()) {
                throw unexpected(line.substring(at));
            }
            if (matcher.start(COMMENT) < 0) {
                tokens.add(token(matcher));
            }
            at = matcher.end();
        }
        return tokens;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }

    private static Token token(Matcher matcher) throws SyntaxFault {
        if (matcher.start(NUMBER_OR_DATE) >= 0) {
            return dateOrNumber(matcher.group());
        }
        for (int i = 0; i < KINDS.size(); i++) {
            int group = NUMBER_OR_DATE + 1 + i;
            if (matcher.start(group) >= 0) {
                return new Token(KINDS.get(i), matcher.group(group));
            }
        }
        throw new IllegalStateException("A token of no kind: '" + matcher.group() + "'");
    }

    private static Token dateOrNumber(String text) throws SyntaxFault {
        if (NUMBER.matcher(text).matches()) {
            if (text.chars().filter(Character::isDigit).count() > MAX_DIGITS) {
                throw new SyntaxFault("'" + text + "' has more than " + MAX_DIGITS + " digits");
            }
            return new Token(Token.Kind.NUMBER, text.replace(",", ""));
        }
        if (DATE.matcher(text).matches() && isDay(text)) {
            return new Token(Token.Kind.DATE, text);
        }
        throw new SyntaxFault(
                ALMOST_DATE.matcher(text).matches()
                        ? "'" + text + "' is not a date; a date is a day of the calendar written YYYY-MM-DD"
                        : "'" + text + "' is not a number; a number is written like 1234.56, without arithmetic");
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static SyntaxFault unexpected(String rest) {
        if (rest.startsWith("\"")) {
            return new SyntaxFault(
                    "the text is not closed by '\"' on its line; a text over several lines is not" + " supported");
        }
        String word = rest.split("[\\s;]", 2)[0];
        int first = rest.codePointAt(0);
        if (Character.isLetterOrDigit(first)) {
            return new SyntaxFault("'" + word + "' is neither an account nor a symbol nor a keyword");
        }
        return new SyntaxFault(String.format("unexpected character '%s' (U+%04X)", Character.toString(first), first));
    }
}
