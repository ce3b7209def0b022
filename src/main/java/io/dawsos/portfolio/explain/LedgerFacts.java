package io.dawsos.portfolio.explain;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.portfolio.PortfolioScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a ledger says at one commit: its entries and its lots. */
@FunctionalInterface
public interface LedgerFacts {

    /** Before any entry of any ledger. */
    LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /**
     * Entries of a stretch of days, and every lot.
     *
     * @param transactions in booking order
     * @param lots every period of every lot begun until the end of the stretch, by symbol, lot and day, also those that ended before it
     */
    record Facts(List<LedgerTransaction> transactions, List<LotPeriod> lots) {
        public Facts {
            transactions = List.copyOf(transactions);
            lots = List.copyOf(lots);
        }

        /** Units of a security at the close of a day; zero when none was held. */
        public BigDecimal unitsAt(String symbol, LocalDate day) {
            return lots.stream()
                    .filter(lot -> lot.symbol().equals(symbol) && holds(lot, day))
                    .map(LotPeriod::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** Units of every security held at the close of a day, by symbol. */
        public SortedMap<String, BigDecimal> unitsAt(LocalDate day) {
            SortedMap<String, BigDecimal> units = new TreeMap<>();
            lots.stream()
                    .filter(lot -> holds(lot, day))
                    .forEach(lot -> units.merge(lot.symbol(), lot.quantity(), BigDecimal::add));
            return units;
        }

        private static boolean holds(LotPeriod lot, LocalDate day) {
            return !lot.from().isAfter(day) && lot.until().map(day::isBefore).orElse(true);
        }
    }

    /**
     * Entries of {@code from} to {@code to}, both days included, and never later than the day of the scope's pack; with a symbol only
     * those about it. One round trip. Fails with PORTFOLIO_NOT_FOUND when there is no such scope.
     */
    Facts read(PortfolioScope scope, LocalDate from, LocalDate to, Optional<String> symbol);
}
