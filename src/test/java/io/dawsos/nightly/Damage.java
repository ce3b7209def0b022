package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;

import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.nightly.Discrepancy.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A way in which the database differs from the ledger, and how that is called. */
@SuppressWarnings("ImmutableEnumChecker") // a pure function and a list that nobody changes
enum Damage {
    NONE(book -> book, "1"),
    UNITS(
            book -> with(book, lots(book, "11", "195.89"), book.cash()),
            "1",
            Kind.QUANTITY_MISMATCH,
            Kind.COST_MISMATCH,
            Kind.VALUATION_MISMATCH),
    COST(book -> with(book, lots(book, "10", "195.90"), book.cash()), "1", Kind.COST_MISMATCH),
    NOT_IN_THE_DATABASE(book -> with(book, List.of(), book.cash()), "1", Kind.MISSING_POSITION),
    NOT_IN_THE_LEDGER(Damage::withFund, "1", Kind.MISSING_POSITION),
    CASH(book -> with(book, book.lots(), List.of(cash(CAD, "1000.02"), cash(USD, "-17.25"))), "1", Kind.CASH_MISMATCH),
    VALUE(book -> book, "1.0002", Kind.VALUATION_MISMATCH);

    final UnaryOperator<LedgerBook> change;
    final BigDecimal factor;
    final List<Kind> found;

    Damage(UnaryOperator<LedgerBook> change, String factor, Kind... found) {
        this.change = change;
        this.factor = new BigDecimal(factor);
        this.found = List.of(found);
    }

    private static LedgerBook with(LedgerBook book, List<LotPeriod> lots, List<CashPeriod> cash) {
        return new LedgerBook(book.commit(), book.path(), book.base(), book.transactions(), lots, cash);
    }

    private static List<LotPeriod> lots(LedgerBook book, String quantity, String cost) {
        LotPeriod lot = book.lots().get(0);
        return List.of(new LotPeriod(
                1,
                lot.symbol(),
                lot.acquired(),
                lot.from(),
                Optional.empty(),
                new BigDecimal(quantity),
                new BigDecimal(cost),
                USD,
                lot.fxRate()));
    }

    private static LedgerBook withFund(LedgerBook book) {
        List<LotPeriod> lots = new ArrayList<>(book.lots());
        lots.add(new LotPeriod(
                2, "XIU.TO", MONDAY, MONDAY, Optional.empty(), BigDecimal.ONE, BigDecimal.TEN, CAD, BigDecimal.ONE));
        return with(book, lots, book.cash());
    }

    private static CashPeriod cash(Currency currency, String amount) {
        return new CashPeriod(currency, MONDAY, Optional.empty(), new BigDecimal(amount));
    }
}
