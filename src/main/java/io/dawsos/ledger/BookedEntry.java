package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A transaction with its legs complete. */
record BookedEntry(Directive.Transaction source, List<BookedPosting> postings) {
    BookedEntry {
        postings = List.copyOf(postings);
    }

    List<BookedPosting> positions() {
        return postings.stream().filter(BookedPosting::isPosition).toList();
    }

    Stream<BookedPosting> under(String accountPrefix) {
        return postings.stream().filter(posting -> posting.account().startsWith(accountPrefix));
    }

    boolean touches(String accountPrefix) {
        return under(accountPrefix).findAny().isPresent();
    }

    /** Net change of cash by currency code, in order of first mention; currencies that net to zero left out. */
    Map<String, BigDecimal> cash() {
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        postings.stream()
                .filter(BookedPosting::isCash)
                .forEach(posting ->
                        cash.merge(posting.units().commodity(), posting.units().number(), BigDecimal::add));
        cash.values().removeIf(amount -> amount.signum() == 0);
        return cash;
    }
}
