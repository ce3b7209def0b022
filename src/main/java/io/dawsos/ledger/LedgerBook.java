package io.dawsos.ledger;

import java.util.Currency;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A journal at one commit, checked and booked: all that a portfolio's history needs.
 *
 * @param commit full hash of the git commit it was read at
 * @param path main file of the journal within the repository
 * @param base operating currency
 * @param transactions in booking order: by date, then by place in the journal
 * @param lots every period of every lot, by symbol, lot and day
 * @param cash every period of every currency's balance, by currency and day
 */
public record LedgerBook(
        String commit,
        String path,
        Currency base,
        List<LedgerTransaction> transactions,
        List<LotPeriod> lots,
        List<CashPeriod> cash) {
    public LedgerBook {
        transactions = List.copyOf(transactions);
        lots = List.copyOf(lots);
        cash = List.copyOf(cash);
    }

    /** Every security that was ever held or that anything happened to, sorted. */
    public NavigableSet<String> symbols() {
        NavigableSet<String> symbols = new TreeSet<>();
        lots.forEach(lot -> symbols.add(lot.symbol()));
        transactions.forEach(transaction -> {
            transaction.symbol().ifPresent(symbols::add);
            transaction.received().forEach(change -> symbols.add(change.symbol()));
        });
        return symbols;
    }
}
