package io.dawsos.ledger;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Faults;
import io.dawsos.ledger.beancount.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Books a split or a consolidation: every lot of the security is taken out and put back with its acquisition date,
 * {@code split_to / split_from} times the units and the same total cost, to the cent. The lot stays the same lot: number, day and exchange
 * rate are kept. Cash for a fraction is an entry of its own, the sale of that fraction.
 */
record SplitBooking(PostingBooking booking, Faults faults) {

    List<BookedPosting> book(Directive.Transaction entry) {
        EntryMetadata metadata = new EntryMetadata(entry, faults);
        Optional<BigDecimal> to = metadata.positive("split_to");
        Optional<BigDecimal> from = metadata.positive("split_from");
        if (to.isEmpty() || from.isEmpty()) {
            faults.add(
                    entry.place(),
                    "a split states its ratio; add 'split_to: 4' and 'split_from: 1' for 4 new per 1 old");
            return List.of();
        }
        LotReplacement split = new LotReplacement("split", entry, booking, faults);
        split.takeOut();
        split.putBack(putBack(entry), new LotReplacement.Terms(new UnitRatio(to.get(), from.get()), BigDecimal.ONE));
        return split.legs();
    }

    private List<Posting> putBack(Directive.Transaction entry) {
        List<Posting> putBack = new ArrayList<>();
        for (Posting posting : entry.postings()) {
            if (posting.units().isEmpty() || posting.cost().isEmpty()) {
                faults.add(posting.place(), "a split moves units at cost and nothing else");
            } else if (posting.units().get().number().signum() > 0) {
                putBack.add(posting);
            }
        }
        return putBack;
    }
}
