package io.dawsos.portfolio.explain;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What sales brought in above what the units had cost, lot by lot. Which lots a sale closed is what the ledger booked, whatever its
 * method: the lots that hold less at the close of the day than at the close before. When one security is sold several times on one day, its lots
 * go to the sales in order of their numbers. The gains of a sale add up, in the security's currency, to the gain that the journal posts.
 *
 * @param sales in booking order
 */
public record RealizedGains(List<Sale> sales) {

    /**
     * One sale.
     *
     * @param lots that it closed, oldest number first, then what was bought on the same day
     */
    public record Sale(LedgerTransaction entry, List<ClosedLot> lots) {
        public Sale {
            lots = List.copyOf(lots);
        }
    }

    private record DayOf(String symbol, LocalDate day) implements Comparable<DayOf> {
        @Override
        public int compareTo(DayOf other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : symbol.compareTo(other.symbol);
        }
    }

    public RealizedGains {
        sales = List.copyOf(sales);
    }

    /**
     * The gains of all sales among the facts. Throws the failure CAPABILITY_FAILED that names the entry when there is no exchange rate for
     * a sale.
     */
    public static RealizedGains of(Facts facts, TransactionRates rates) {
        Map<DayOf, List<LedgerTransaction>> byDay = new TreeMap<>();
        for (LedgerTransaction entry : facts.transactions()) {
            if (entry.kind() == TransactionKind.SELL) {
                byDay.computeIfAbsent(new DayOf(entry.symbol().orElseThrow(), entry.date()), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<Sale> sales = new ArrayList<>();
        byDay.forEach((key, entries) -> {
            DayOfSales day = new DayOfSales(facts, key.symbol(), key.day());
            entries.forEach(entry -> sales.add(new Sale(entry, day.close(entry, rates.require(entry)))));
        });
        sales.sort((one, other) ->
                Integer.compare(one.entry().sequence(), other.entry().sequence()));
        return new RealizedGains(sales);
    }

    /** Every lot of every sale. */
    public List<ClosedLot> lots() {
        return sales.stream().flatMap(sale -> sale.lots().stream()).toList();
    }
}
