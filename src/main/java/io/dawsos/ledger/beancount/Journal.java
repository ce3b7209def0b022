package io.dawsos.ledger.beancount;

import java.util.List;

/**
 * What a journal and its included files say.
 *
 * @param path main file
 * @param directives in booking order: by date; on one day first what opens, then the balance assertions, which
 *     hold at the start of the day, then the rest by place in the journal, at last what closes
 */
public record Journal(String path, JournalOptions options, List<Directive> directives) {
    public Journal {
        directives = List.copyOf(directives);
    }

    /** The balance assertions, in booking order. */
    public List<Directive.Balance> balances() {
        return all(Directive.Balance.class);
    }

    /** The price directives, in booking order. */
    public List<Directive.Price> prices() {
        return all(Directive.Price.class);
    }

    /** The commodities introduced, in booking order. */
    public List<Directive.Commodity> commodities() {
        return all(Directive.Commodity.class);
    }

    /** The transactions as written, in booking order. */
    public List<Directive.Transaction> transactions() {
        return all(Directive.Transaction.class);
    }

    private <T extends Directive> List<T> all(Class<T> type) {
        return directives.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
