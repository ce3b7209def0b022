package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What splits, reinvestments and sales make of the demo's lots. */
class DemoLotsTest {

    private final LedgerBook book =
            Journals.read(new TestingSource(DemoLedger.files()), DemoLedger.MAIN, "0".repeat(40));

    @Nested
    class ASplit {

        @Test
        void ofNvidiaKeepsTheCostAndTheDayOfEveryLot() {
            assertThat(around("NVDA", "2021-07-20"))
                    .containsExactly(
                            "2021-01-11 20 x 544.86 fx 1.278550 -> 80 x 136.215 fx 1.278550",
                            "2021-07-12 10 x 820.50 fx 1.249831 -> 40 x 205.125 fx 1.249831");
        }

        @Test
        void ofShopifyKeepsTheCostAndTheDayOfEveryLot() {
            assertThat(around("SHOP.TO", "2022-06-29"))
                    .containsExactly(
                            "2021-01-14 7 x 1488.68 fx 1 -> 70 x 148.868 fx 1",
                            "2021-04-15 8 x 1511.78 fx 1 -> 80 x 151.178 fx 1",
                            "2022-05-12 20 x 462.28 fx 1 -> 200 x 46.228 fx 1");
        }

        private List<String> around(String symbol, String day) {
            LocalDate date = LocalDate.parse(day);
            return book.lots().stream()
                    .filter(before ->
                            before.symbol().equals(symbol) && before.until().equals(Optional.of(date)))
                    .map(before -> text(before) + " -> " + text(after(before, date)))
                    .map(text -> text.replaceFirst("-> \\S+ ", "-> "))
                    .toList();
        }

        private LotPeriod after(LotPeriod before, LocalDate date) {
            LotPeriod after = book.lots().stream()
                    .filter(lot -> lot.lot() == before.lot() && lot.from().equals(date))
                    .findFirst()
                    .orElseThrow();
            assertThat(after.acquired()).isEqualTo(before.acquired());
            assertThat(after.costBase()).isEqualByComparingTo(before.costBase());
            return after;
        }

        private String text(LotPeriod lot) {
            return lot.acquired() + " " + lot.quantity().stripTrailingZeros().toPlainString() + " x "
                    + lot.unitCost().toPlainString() + " fx " + lot.fxRate().toPlainString();
        }
    }

    @Nested
    class RoyalBank {

        @Test
        void isBoughtInFractionsByReinvestment() {
            List<LedgerTransaction> reinvested = book.transactions().stream()
                    .filter(entry -> entry.narration().equals("Reinvest RY.TO"))
                    .toList();
            assertThat(reinvested).hasSize(11);
            assertThat(reinvested.get(0).kind()).isEqualTo(TransactionKind.BUY);
            assertThat(reinvested.get(0).quantity()).isEqualByComparingTo("2.4132");
            assertThat(reinvested.get(0).price()).hasValue(new BigDecimal("111.88"));
            BigDecimal units = reinvested.stream()
                    .map(LedgerTransaction::quantity)
                    .reduce(new BigDecimal("250").add(new BigDecimal("150")), BigDecimal::add);
            assertThat(units).isEqualByComparingTo("435.8043");
        }
    }

    /** Checked by hand: first in, first out over the purchases in the journal. */
    @Nested
    class TheGain {

        @Test
        void ofASaleOutOfOneLotIsPriceLessCost() {
            // 50 x (55.91 - 50.16)
            LedgerTransaction sale = sale("KO", "2021-06-10");
            assertThat(sale.realizedGain()).isEqualByComparingTo("287.50");
            assertThat(sale.price()).hasValue(new BigDecimal("55.91"));
            assertThat(sale.quantity()).isEqualByComparingTo("-50");
            assertThat(sale.commission()).isEqualByComparingTo("4.95");
            assertThat(sale.currency()).isEqualTo(Currency.getInstance("USD"));
            assertThat(sale.fxRate()).hasValue(new BigDecimal("1.210695"));
            assertThat(sale.cash())
                    .containsExactly(new CashChange(Currency.getInstance("USD"), new BigDecimal("2790.55")));
        }

        @Test
        void ofASaleAfterASplitCountsTheNewUnits() {
            // 50 x (228.43 - 136.215) = 4610.75
            assertThat(sale("NVDA", "2021-09-03").realizedGain()).isEqualByComparingTo("4610.75");
            // 70 of: 30 x 136.215 left, 40 x 205.125; 70 x 429.97 - 4086.45 - 8205.00 = 17806.45
            assertThat(sale("NVDA", "2023-06-14").realizedGain()).isEqualByComparingTo("17806.45");
        }

        @Test
        void ofASaleOverTwoLotsTakesTheOldestFirst() {
            // 170 of 150 x 126.60 and 60 x 144.57: 170 x 158.52 - 150 x 126.60 - 20 x 144.57 = 5067.00
            assertThat(sale("AAPL", "2022-03-10").realizedGain()).isEqualByComparingTo("5067.00");
        }

        @Test
        void ofAllSalesIsWhatIsLeftWhenCostIsTakenFromProceeds() {
            for (LedgerTransaction entry : book.transactions()) {
                if (entry.kind() == TransactionKind.SELL) {
                    BigDecimal proceeds = entry.price()
                            .orElseThrow()
                            .multiply(entry.quantity().negate());
                    BigDecimal cost = costOfUnitsGoneOn(entry.symbol().orElseThrow(), entry.date());
                    assertThat(entry.realizedGain())
                            .as(entry.id())
                            .isCloseTo(proceeds.subtract(cost), within(new BigDecimal("0.01")));
                }
            }
        }

        private BigDecimal costOfUnitsGoneOn(String symbol, LocalDate day) {
            BigDecimal before = cost(symbol, day.minusDays(1));
            return before.subtract(cost(symbol, day));
        }

        private BigDecimal cost(String symbol, LocalDate day) {
            return book.lots().stream()
                    .filter(lot -> lot.symbol().equals(symbol)
                            && !lot.from().isAfter(day)
                            && lot.until().map(day::isBefore).orElse(true))
                    .map(lot -> lot.quantity().multiply(lot.unitCost()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private LedgerTransaction sale(String symbol, String date) {
            return book.transactions().stream()
                    .filter(entry -> entry.kind() == TransactionKind.SELL
                            && entry.symbol().equals(Optional.of(symbol))
                            && entry.date().equals(LocalDate.parse(date)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
