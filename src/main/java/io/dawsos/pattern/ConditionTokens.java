package io.dawsos.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Cuts the text of a condition into tokens. Quoted text stays one token, whatever is in it. */
final class ConditionTokens {

    enum Kind {
        TEMPLATE,
        TEXT,
        NUMBER,
        PATH,
        OPERATOR,
        END
    }

    /**
     * @param text as written; of a template what stands between the braces
     * @param column of its first character, from 1
     */
    record Token(Kind kind, String text, int column) {
        boolean is(String operatorOrWord) {
            return kind != Kind.TEXT && kind != Kind.TEMPLATE && text.equals(operatorOrWord);
        }
    }

    private static final java.util.regex.Pattern TOKEN = java.util.regex.Pattern.compile("\\s*+(?:"
            + "\\{\\{(?<template>[^{}]*+)}}"
            + "|(?<text>'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")"
            + "|(?<number>[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?u?)"
            + "|(?<path>[A-Za-z_][A-Za-z0-9_]*+(?:\\.[A-Za-z_][A-Za-z0-9_]*+|\\[[0-9]{1,6}])*+)"
            + "|(?<operator>(?!\\{\\{)(?:==|!=|<=|>=|&&|\\|\\||[-<>!()\\[\\]{},?:+*/%.]))"
            + "|(?<end>$))");

    private ConditionTokens() {}

    static List<Token> of(String condition) throws InvalidCondition {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(condition);
        int at = 0;
        while (true) {
            matcher.region(at, condition.length());
            if (!matcher.lookingAt()) {
                throw unreadable(condition, at);
            }
            Token token = token(matcher);
            tokens.add(token);
            if (token.kind == Kind.END) {
                return tokens;
            }
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            String group = kind.name().toLowerCase(java.util.Locale.ROOT);
            String text = matcher.group(group);
            if (text != null) {
                return new Token(kind, text.strip(), matcher.start(group) + 1);
            }
        }
        throw new IllegalStateException("a token of no kind");
    }

    private static InvalidCondition unreadable(String condition, int from) {
        int at = from;
        while (Character.isWhitespace(condition.charAt(at))) {
            at++;
        }
        char c = condition.charAt(at);
        String reason = switch (c) {
            case '\'', '"' -> "the quoted text is not closed";
            case '=' -> "'=' compares nothing; write '=='";
            case '&', '|' -> "write 'and' or 'or'";
            default ->
                condition.startsWith("{{", at)
                        ? "'{{' is not closed by '}}'"
                        : "unexpected " + Words.quoted(Character.toString(condition.codePointAt(at)));
        };
        return new InvalidCondition("column " + (at + 1) + ": " + reason);
    }
}
