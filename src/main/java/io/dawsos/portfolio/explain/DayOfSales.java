package io.dawsos.portfolio.explain;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.money.Decimals;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One security on one day on which some of it was sold: hands the units that left their lots to the sales. Units are counted as at
 * the close of the day, so that a split on the same day does not matter.
 */
final class DayOfSales {

    /** Smaller than any unit that anyone trades: what divisions of split ratios leave. */
    private static final BigDecimal NOTHING = new BigDecimal("1e-12");

    /** What is left to hand out of a lot, in units of the close. */
    private static final class Gone {
        private final LotPeriod before;
        private final BigDecimal unitCost;
        private BigDecimal units;

        Gone(LotPeriod before, BigDecimal units, BigDecimal unitCost) {
            this.before = before;
            this.units = units;
            this.unitCost = unitCost;
        }
    }

    private final Facts facts;
    private final List<LedgerTransaction> entries;
    private final List<Gone> gone;

    DayOfSales(Facts facts, String symbol, LocalDate day) {
        this.facts = facts;
        this.entries = facts.transactions().stream()
                .filter(entry -> entry.date().equals(day) && entry.symbol().equals(Optional.of(symbol)))
                .toList();
        BigDecimal split = splitsAfter(-1);
        this.gone = facts.lots().stream()
                .filter(lot -> lot.symbol().equals(symbol) && lot.until().equals(Optional.of(day)))
                .sorted(Comparator.comparingInt(LotPeriod::lot))
                .map(lot -> new Gone(
                        lot,
                        lot.quantity().multiply(split).subtract(left(lot, day)),
                        Decimals.divide(lot.unitCost(), split)))
                .toList();
    }

    private BigDecimal left(LotPeriod lot, LocalDate day) {
        return facts.lots().stream()
                .filter(next -> next.lot() == lot.lot()
                        && next.symbol().equals(lot.symbol())
                        && next.from().equals(day))
                .map(LotPeriod::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal splitsAfter(int sequence) {
        return entries.stream()
                .filter(entry -> entry.kind() == TransactionKind.SPLIT && entry.sequence() > sequence)
                .map(entry -> SplitFactors.ratio(entry, facts))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    List<ClosedLot> close(LedgerTransaction sale, BigDecimal exitRate) {
        BigDecimal split = splitsAfter(sale.sequence());
        Shares shares = new Shares(sale, exitRate);
        BigDecimal missing = sale.quantity().negate().multiply(split);
        for (Gone lot : gone) {
            BigDecimal taken = lot.units.min(missing);
            if (taken.compareTo(NOTHING) > 0) {
                lot.units = lot.units.subtract(taken);
                missing = missing.subtract(taken);
                shares.add(lot.before, Decimals.divide(taken, split), taken.multiply(lot.unitCost));
            }
        }
        if (missing.compareTo(NOTHING) > 0) {
            shares.addBoughtToday(
                    Decimals.divide(missing, split), purchaseRate(sale).orElse(exitRate));
        }
        return shares.lots();
    }

    private Optional<BigDecimal> purchaseRate(LedgerTransaction sale) {
        return entries.stream()
                .filter(entry -> entry.kind() == TransactionKind.BUY && entry.sequence() < sale.sequence())
                .flatMap(entry -> entry.fxRate().stream())
                .reduce((first, last) -> last);
    }

    /** Shares out the proceeds and the commission of a sale by units. */
    private static final class Shares {
        private final LedgerTransaction sale;
        private final BigDecimal exitRate;
        private final BigDecimal proceeds;
        private final List<ClosedLot> lots = new ArrayList<>();

        Shares(LedgerTransaction sale, BigDecimal exitRate) {
            this.sale = sale;
            this.exitRate = exitRate;
            this.proceeds = proceeds(sale);
        }

        /** As the broker rounded them, when they came in the currency of the security. */
        private static BigDecimal proceeds(LedgerTransaction sale) {
            boolean inCurrency = !sale.cash().isEmpty()
                    && sale.cash().stream().map(CashChange::currency).allMatch(sale.currency()::equals);
            if (inCurrency || sale.price().isEmpty()) {
                return sale.cash().stream()
                        .filter(change -> change.currency().equals(sale.currency()))
                        .map(CashChange::amount)
                        .reduce(sale.commission(), BigDecimal::add);
            }
            return sale.price().get().multiply(sale.quantity().negate());
        }

        void add(LotPeriod lot, BigDecimal units, BigDecimal cost) {
            lots.add(closed(Optional.of(lot.lot()), lot.acquired(), units, cost, lot.fxRate()));
        }

        /** Its cost is what the journal's gain leaves: the lot stood at no close. */
        void addBoughtToday(BigDecimal units, BigDecimal entryRate) {
            BigDecimal known = lots.stream().map(ClosedLot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal cost = proceeds.subtract(sale.realizedGain()).subtract(known);
            lots.add(closed(Optional.empty(), sale.date(), units, cost, entryRate));
        }

        private ClosedLot closed(
                Optional<Integer> lot, LocalDate acquired, BigDecimal units, BigDecimal cost, BigDecimal entryRate) {
            return new ClosedLot(
                    sale.id(),
                    sale.symbol().orElseThrow(),
                    lot,
                    acquired,
                    sale.date(),
                    units,
                    cost,
                    share(proceeds, units),
                    share(sale.commission(), units),
                    sale.currency(),
                    entryRate,
                    exitRate);
        }

        private BigDecimal share(BigDecimal whole, BigDecimal units) {
            return Decimals.divide(whole.multiply(units), sale.quantity().negate());
        }

        List<ClosedLot> lots() {
            return List.copyOf(lots);
        }
    }
}
