package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.Journal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DemoLedgerTest {

    private static final TestingSource SOURCE = new TestingSource(DemoLedger.files());
    private final LedgerBook book = Journals.read(SOURCE, DemoLedger.MAIN, "0".repeat(40));
    private final Journal journal = Journals.check(SOURCE, DemoLedger.MAIN);

    @Test
    void loadsWithoutAFault() {
        assertThat(book.base()).isEqualTo(Currency.getInstance("CAD"));
        assertThat(book.path()).isEqualTo("main.beancount");
        assertThat(book.commit()).isEqualTo("0".repeat(40));
        assertThat(journal.balances()).hasSize(18 + 18 + 17);
        assertThat(journal.prices()).hasSize(36 * 17);
        assertThat(journal.commodities()).hasSize(13);
    }

    @Test
    void knowsWhatEveryEntryIs() {
        TreeMap<TransactionKind, Integer> counts = new TreeMap<>();
        book.transactions().forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        assertThat(book.transactions().stream().filter(LedgerTransaction::isExternalFlow))
                .hasSize(8);
        assertThat(counts).containsEntry(TransactionKind.CONVERSION, 8);
        assertThat(counts).containsEntry(TransactionKind.SPLIT, 2);
        assertThat(counts).containsEntry(TransactionKind.DIVIDEND, 128);
        assertThat(counts).containsEntry(TransactionKind.FEE, 3);
    }

    @Test
    void numbersTheEntriesInBookingOrder() {
        for (int i = 0; i < book.transactions().size(); i++) {
            assertThat(book.transactions().get(i).sequence()).isEqualTo(i);
        }
        assertThat(book.transactions()).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
        assertThat(book.transactions().get(0).id()).isEqualTo("2021.beancount:5");
    }

    @Nested
    class AtTheEnd {

        @Test
        void theLotsAreWhatTheBrokerStates() {
            TreeMap<String, BigDecimal> held = new TreeMap<>();
            book.lots().stream()
                    .filter(lot -> lot.until().isEmpty())
                    .forEach(lot -> held.merge(lot.symbol(), lot.quantity(), BigDecimal::add));
            assertThat(stripped(held)).isEqualTo(stripped(stated("Assets:Broker:Positions")));
        }

        @Test
        void theCashIsWhatTheBrokerStates() {
            TreeMap<String, BigDecimal> held = new TreeMap<>();
            book.cash().stream()
                    .filter(cash -> cash.until().isEmpty())
                    .forEach(cash -> held.put(cash.currency().getCurrencyCode(), cash.amount()));
            assertThat(stripped(held)).isEqualTo(stripped(stated("Assets:Broker:Cash")));
            assertThat(held.get("CAD")).isEqualByComparingTo("76471.58");
        }

        private Map<String, BigDecimal> stated(String account) {
            TreeMap<String, BigDecimal> stated = new TreeMap<>();
            journal.balances().stream()
                    .filter(balance -> balance.date().equals(LocalDate.parse("2023-12-30")))
                    .filter(balance -> balance.account().equals(account))
                    .map(Directive.Balance::expected)
                    .forEach(expected -> stated.put(expected.commodity(), expected.number()));
            assertThat(stated).isNotEmpty();
            return stated;
        }

        private Map<String, BigDecimal> stripped(Map<String, BigDecimal> amounts) {
            TreeMap<String, BigDecimal> stripped = new TreeMap<>();
            amounts.forEach((name, amount) -> stripped.put(name, amount.stripTrailingZeros()));
            return stripped;
        }
    }

    @Nested
    class APeriod {

        @Test
        void holdsOnEveryDayWhatTheAssertionsOfTheYearsStartSay() {
            for (String day : List.of("2021-12-31", "2022-12-31")) {
                LocalDate date = LocalDate.parse(day);
                for (Directive.Balance balance : journal.balances()) {
                    if (balance.date().equals(date.plusDays(1))) {
                        assertThat(heldOn(date, balance.expected().commodity()))
                                .as("%s on %s", balance.expected(), date)
                                .isEqualByComparingTo(balance.expected().number());
                    }
                }
            }
        }

        @Test
        void ofALotFollowsTheOneBeforeWithoutAGap() {
            for (int i = 1; i < book.lots().size(); i++) {
                LotPeriod before = book.lots().get(i - 1);
                LotPeriod after = book.lots().get(i);
                if (before.lot() == after.lot()) {
                    assertThat(before.until()).isEqualTo(Optional.of(after.from()));
                }
            }
        }

        private BigDecimal heldOn(LocalDate date, String commodity) {
            BigDecimal cash = book.cash().stream()
                    .filter(period -> period.currency().getCurrencyCode().equals(commodity))
                    .filter(period -> covers(period.from(), period.until(), date))
                    .map(CashPeriod::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return book.lots().stream()
                    .filter(period -> period.symbol().equals(commodity))
                    .filter(period -> covers(period.from(), period.until(), date))
                    .map(LotPeriod::quantity)
                    .reduce(cash, BigDecimal::add);
        }

        private boolean covers(LocalDate from, Optional<LocalDate> until, LocalDate date) {
            return !from.isAfter(date) && until.map(date::isBefore).orElse(true);
        }
    }

    @Test
    void aDividendStatesGrossTaxAndDays() {
        LedgerTransaction dividend = book.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.DIVIDEND)
                .findFirst()
                .orElseThrow();
        assertThat(dividend.symbol()).hasValue("AAPL");
        assertThat(dividend.gross()).isEqualByComparingTo("30.75");
        assertThat(dividend.withheld()).isEqualByComparingTo("4.61");
        assertThat(dividend.commission()).isEqualByComparingTo("0");
        assertThat(dividend.exDate()).hasValue(LocalDate.parse("2021-02-05"));
        assertThat(dividend.payDate()).hasValue(LocalDate.parse("2021-02-11"));
        assertThat(dividend.fxRate()).hasValue(new BigDecimal("1.266486"));
        assertThat(dividend.cash())
                .containsExactly(new CashChange(Currency.getInstance("USD"), new BigDecimal("26.14")));
    }
}
