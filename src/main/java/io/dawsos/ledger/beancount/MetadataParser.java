package io.dawsos.ledger.beancount;

import java.math.BigDecimal;

/** Reads {@code key: value}. */
final class MetadataParser {

    private MetadataParser() {}

    static Metadata.Item parse(Place place, TokenLine line) throws SyntaxFault {
        String key = line.take(Token.Kind.KEY);
        return new Metadata.Item(place, key.substring(0, key.length() - 1), value(line));
    }

    private static MetaValue value(TokenLine line) throws SyntaxFault {
        if (line.at(Token.Kind.TEXT)) {
            return new MetaValue.Text(line.text());
        }
        if (line.at(Token.Kind.DATE)) {
            return new MetaValue.Day(line.date());
        }
        if (line.at(Token.Kind.NUMBER)) {
            BigDecimal number = line.number();
            return line.at(Token.Kind.SYMBOL)
                    ? new MetaValue.Money(new Quantity(number, line.take(Token.Kind.SYMBOL)))
                    : new MetaValue.Numeric(number);
        }
        if (line.at(Token.Kind.SYMBOL)) {
            return new MetaValue.Symbol(line.take(Token.Kind.SYMBOL));
        }
        if (line.at(Token.Kind.ACCOUNT)) {
            return new MetaValue.Symbol(line.take(Token.Kind.ACCOUNT));
        }
        throw line.expected("a metadata value (text, number, date, amount or symbol)");
    }
}
