package io.dawsos.ledger.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the first line of a dated directive. */
final class DirectiveParser {

    static final String SUPPORTED = "supported are option, include and, after a date, open, close, commodity, price,"
            + " balance and transactions (* or !)";

    private final Place place;
    private final LocalDate date;
    private final TokenLine line;

    private DirectiveParser(Place place, LocalDate date, TokenLine line) {
        this.place = place;
        this.date = date;
        this.line = line;
    }

    static Block parse(Place place, TokenLine line) throws SyntaxFault {
        DirectiveParser parser = new DirectiveParser(place, line.date(), line);
        Block block = parser.block();
        line.end();
        return block;
    }

    private Block block() throws SyntaxFault {
        if (line.at("*") || line.at("!")) {
            return transaction(line.take(Token.Kind.SIGN).charAt(0));
        }
        if (!line.at(Token.Kind.WORD)) {
            throw line.expected("a directive (" + SUPPORTED + ")");
        }
        String name = line.take(Token.Kind.WORD);
        return switch (name) {
            case "open" -> open();
            case "close" -> close();
            case "commodity" -> commodity();
            case "price" -> price();
            case "balance" -> balance();
            case "txn" -> transaction('*');
            default -> throw new SyntaxFault("unknown directive '" + name + "'; " + SUPPORTED);
        };
    }

    private Block open() throws SyntaxFault {
        String account = Accounts.take(line, "an account");
        List<String> commodities = new ArrayList<>();
        if (line.at(Token.Kind.SYMBOL)) {
            do {
                commodities.add(line.take(Token.Kind.SYMBOL));
            } while (line.took(","));
        }
        Optional<BookingMethod> booking =
                line.at(Token.Kind.TEXT) ? Optional.of(BookingMethod.parse(line.text())) : Optional.empty();
        return Block.ofOther(
                (metadata, postings) -> new Directive.Open(place, date, account, commodities, booking, metadata));
    }

    private Block close() throws SyntaxFault {
        String account = Accounts.take(line, "an account");
        return Block.ofOther((metadata, postings) -> new Directive.Close(place, date, account, metadata));
    }

    private Block commodity() throws SyntaxFault {
        String name = line.take(Token.Kind.SYMBOL);
        return Block.ofOther((metadata, postings) -> new Directive.Commodity(place, date, name, metadata));
    }

    private Block price() throws SyntaxFault {
        String commodity = line.take(Token.Kind.SYMBOL);
        Quantity price = line.quantity();
        if (price.number().signum() < 0) {
            throw new SyntaxFault("the price " + price + " is negative");
        }
        return Block.ofOther((metadata, postings) -> new Directive.Price(place, date, commodity, price, metadata));
    }

    private Block balance() throws SyntaxFault {
        String account = Accounts.take(line, "an account");
        BigDecimal number = line.number();
        Optional<BigDecimal> tolerance =
                line.took("~") ? Optional.of(line.number().abs()) : Optional.empty();
        Quantity expected = new Quantity(number, line.take(Token.Kind.SYMBOL));
        return Block.ofOther(
                (metadata, postings) -> new Directive.Balance(place, date, account, expected, tolerance, metadata));
    }

    private Block transaction(char flag) throws SyntaxFault {
        String first = line.at(Token.Kind.TEXT) ? line.text() : "";
        Optional<String> second = line.at(Token.Kind.TEXT) ? Optional.of(line.text()) : Optional.empty();
        Optional<String> payee = second.map(narration -> first);
        List<String> tags = new ArrayList<>();
        List<String> links = new ArrayList<>();
        while (line.at(Token.Kind.TAG) || line.at(Token.Kind.LINK)) {
            if (line.at(Token.Kind.TAG)) {
                tags.add(line.take(Token.Kind.TAG));
            } else {
                links.add(line.take(Token.Kind.LINK));
            }
        }
        return Block.ofTransaction((metadata, postings) -> new Directive.Transaction(
                place, date, flag, payee, second.orElse(first), tags, links, metadata, postings));
    }
}
