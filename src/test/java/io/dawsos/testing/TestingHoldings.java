package io.dawsos.testing;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a booked ledger holds on a day. */
public final class TestingHoldings {

    private TestingHoldings() {}

    public static Holdings on(LedgerBook book, LocalDate day) {
        List<Lot> lots = book.lots().stream()
                .filter(lot -> covers(lot.from(), lot.until(), day))
                .map(TestingHoldings::lot)
                .toList();
        List<CashBalance> cash = book.cash().stream()
                .filter(period -> covers(period.from(), period.until(), day))
                .map(period -> new CashBalance(period.currency(), period.amount()))
                .toList();
        return new Holdings(day, lots, cash);
    }

    private static Lot lot(LotPeriod lot) {
        return new Lot(
                lot.lot(), lot.symbol(), lot.acquired(), lot.quantity(), lot.unitCost(), lot.currency(), lot.fxRate());
    }

    private static boolean covers(LocalDate from, Optional<LocalDate> until, LocalDate day) {
        return !from.isAfter(day) && until.map(day::isBefore).orElse(true);
    }

    /** Units of a security or cash of a currency; zero when none is held. */
    public static BigDecimal amount(Holdings holdings, String commodity) {
        BigDecimal cash = holdings.cash().stream()
                .filter(balance -> balance.currency().getCurrencyCode().equals(commodity))
                .map(CashBalance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return holdings.lots().stream()
                .filter(lot -> lot.symbol().equals(commodity))
                .map(Lot::quantity)
                .reduce(cash, BigDecimal::add);
    }
}
