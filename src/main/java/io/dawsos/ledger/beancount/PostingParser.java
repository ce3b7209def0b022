package io.dawsos.ledger.beancount;

import java.time.LocalDate;
import java.util.Optional;

/** Reads {@code Account [units [cost] [price]]}. */
final class PostingParser {

    private PostingParser() {}

    static Posting parse(Place place, TokenLine line) throws SyntaxFault {
        String account = Accounts.take(line, "an account or a metadata key");
        if (line.atEnd()) {
            return new Posting(place, account, Optional.empty(), Optional.empty(), Optional.empty(), Metadata.NONE);
        }
        Quantity units = line.quantity();
        Optional<CostSpec> cost = line.at(Token.Kind.SIGN) ? cost(line) : Optional.empty();
        Optional<PriceSpec> price = price(line);
        if (units.number().signum() == 0 && (cost.isPresent() || price.isPresent())) {
            throw new SyntaxFault("zero units have neither cost nor price");
        }
        return new Posting(place, account, Optional.of(units), cost, price, Metadata.NONE);
    }

    private static Optional<CostSpec> cost(TokenLine line) throws SyntaxFault {
        if (line.at("{{")) {
            throw new SyntaxFault("a total cost {{...}} is not supported; write the cost per unit in {...}");
        }
        if (!line.took("{")) {
            return Optional.empty();
        }
        Optional<Quantity> unitCost = Optional.empty();
        Optional<LocalDate> acquired = Optional.empty();
        while (!line.took("}")) {
            if (unitCost.isEmpty() && line.at(Token.Kind.NUMBER)) {
                unitCost = Optional.of(positive(line.quantity(), "the cost"));
            } else if (acquired.isEmpty() && line.at(Token.Kind.DATE)) {
                acquired = Optional.of(line.date());
            } else {
                throw line.expected("'}', or one cost and one date with a comma between them");
            }
            if (!line.took(",") && !line.at("}")) {
                throw line.expected("',' or '}'");
            }
        }
        return Optional.of(new CostSpec(unitCost, acquired));
    }

    private static Optional<PriceSpec> price(TokenLine line) throws SyntaxFault {
        if (line.took("@@")) {
            return Optional.of(new PriceSpec(positive(line.quantity(), "the price"), true));
        }
        return line.took("@")
                ? Optional.of(new PriceSpec(positive(line.quantity(), "the price"), false))
                : Optional.empty();
    }

    private static Quantity positive(Quantity quantity, String what) throws SyntaxFault {
        if (quantity.number().signum() < 0) {
            throw new SyntaxFault(what + " " + quantity + " is negative");
        }
        return quantity;
    }
}
