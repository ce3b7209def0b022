package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random purchases and sales of one security, checked against a queue of single units. */
class FifoPropertyTest {

    private static final String HEAD = """
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            2020-01-01 open Assets:Cash
            2020-01-01 open Assets:Stocks
            2020-01-01 open Income:Gains
            """;

    private final StringBuilder journal = new StringBuilder(HEAD);
    private final Deque<BigDecimal> costOfUnits = new ArrayDeque<>();
    private BigDecimal bought = BigDecimal.ZERO;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal costIn = BigDecimal.ZERO;
    private BigDecimal costOut = BigDecimal.ZERO;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void unitsAndCostGoInAndOutInTheSameOrder(long seed) {
        Random random = new Random(seed);
        LocalDate day = LocalDate.parse("2020-01-01");
        for (int i = 0; i < 120; i++) {
            day = day.plusDays(random.nextInt(3));
            int units = 1 + random.nextInt(20);
            BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(9900), 2);
            if (costOfUnits.size() >= units && random.nextBoolean()) {
                sell(day, units, price);
            } else {
                buy(day, units, price);
            }
        }
        LedgerBook book = Journals.read(TestingSource.of(journal.toString()), "main.beancount", "0");
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal costOpen = BigDecimal.ZERO;
        for (LotPeriod lot : book.lots()) {
            if (lot.until().isEmpty()) {
                open = open.add(lot.quantity());
                costOpen = costOpen.add(lot.costBase());
            }
        }
        BigDecimal cash = book.cash().stream()
                .filter(period -> period.until().isEmpty())
                .map(CashPeriod::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gains = book.transactions().stream()
                .map(LedgerTransaction::realizedGain)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(open).as("units open, seed %d", seed).isEqualByComparingTo(bought.subtract(sold));
        assertThat(costOpen).as("cost open, seed %d", seed).isEqualByComparingTo(costIn.subtract(costOut));
        assertThat(costOpen)
                .as("cost of the units left in the queue, seed %d", seed)
                .isEqualByComparingTo(costOfUnits.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(gains.subtract(costOpen))
                .as("gains less cost open is the cash, seed %d", seed)
                .isEqualByComparingTo(cash);
    }

    private void buy(LocalDate day, int units, BigDecimal cost) {
        journal.append(String.format(
                "%s * \"Buy\"%n  Assets:Stocks  %d KO {%s CAD}%n  Assets:Cash%n", day, units, cost.toPlainString()));
        for (int i = 0; i < units; i++) {
            costOfUnits.addLast(cost);
        }
        bought = bought.add(BigDecimal.valueOf(units));
        costIn = costIn.add(cost.multiply(BigDecimal.valueOf(units)));
    }

    private void sell(LocalDate day, int units, BigDecimal price) {
        BigDecimal proceeds = price.multiply(BigDecimal.valueOf(units));
        journal.append(String.format(
                "%s * \"Sell\"%n  Assets:Stocks  -%d KO {} @ %s CAD%n  Assets:Cash  %s CAD%n  Income:Gains%n",
                day, units, price.toPlainString(), proceeds.toPlainString()));
        for (int i = 0; i < units; i++) {
            costOut = costOut.add(costOfUnits.removeFirst());
        }
        sold = sold.add(BigDecimal.valueOf(units));
    }
}
