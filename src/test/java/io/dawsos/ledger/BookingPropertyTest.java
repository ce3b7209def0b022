package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random purchases and sales of one security under each booking method, checked against a list of single units. */
class BookingPropertyTest {

    private static final String HEAD = """
            option "operating_currency" "CAD"
            option "booking_method" "%s"
            2020-01-01 open Assets:Cash
            2020-01-01 open Assets:Stocks
            2020-01-01 open Income:Gains
            """;

    private final StringBuilder journal = new StringBuilder();
    private final List<BigDecimal> units = new ArrayList<>();
    private final List<BigDecimal> gains = new ArrayList<>();

    static Stream<Arguments> runs() {
        return Stream.of("LIFO", "HIFO", "AVERAGE")
                .flatMap(method -> Stream.of(1L, 4L, 9L, 16L, 25L).map(seed -> Arguments.of(method, seed)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everySaleTakesTheUnitsOfItsMethod(String method, long seed) {
        Random random = new Random(seed);
        journal.append(HEAD.formatted(method));
        LocalDate day = LocalDate.parse("2020-01-01");
        for (int i = 0; i < 150; i++) {
            day = day.plusDays(random.nextInt(3));
            int count = 1 + random.nextInt(20);
            BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(9900), 2);
            if (units.size() >= count && random.nextBoolean()) {
                sell(method, day, count, price);
            } else {
                buy(day, count, price);
            }
        }
        LedgerBook book = Journals.read(TestingSource.of(journal.toString()), "main.beancount", "0");
        List<BigDecimal> booked = book.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.SELL)
                .map(LedgerTransaction::realizedGain)
                .toList();
        assertThat(booked).as("gains, %s, seed %d", method, seed).hasSameSizeAs(gains);
        for (int i = 0; i < gains.size(); i++) {
            assertThat(booked.get(i).subtract(gains.get(i)).abs())
                    .as("gain of sale %d, %s, seed %d", i, method, seed)
                    .isLessThanOrEqualTo(new BigDecimal("0.005"));
        }
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (LotPeriod lot : book.lots()) {
            if (lot.until().isEmpty()) {
                open = open.add(lot.quantity());
                cost = cost.add(lot.costBase());
            }
        }
        assertThat(open).as("units, %s, seed %d", method, seed).isEqualByComparingTo(BigDecimal.valueOf(units.size()));
        assertThat(cost.subtract(sum(units)).abs())
                .as("cost, %s, seed %d", method, seed)
                .isLessThan(new BigDecimal("0.000001"));
    }

    private void buy(LocalDate day, int count, BigDecimal cost) {
        journal.append(String.format(
                "%s * \"Buy\"%n  Assets:Stocks  %d KO {%s CAD}%n  Assets:Cash%n", day, count, cost.toPlainString()));
        for (int i = 0; i < count; i++) {
            units.add(cost);
        }
    }

    private void sell(String method, LocalDate day, int count, BigDecimal price) {
        BigDecimal proceeds = price.multiply(BigDecimal.valueOf(count));
        journal.append(String.format(
                "%s * \"Sell\"%n  Assets:Stocks  -%d KO {} @ %s CAD%n  Assets:Cash  %s CAD%n  Income:Gains%n",
                day, count, price.toPlainString(), proceeds.toPlainString()));
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal average = sum(units).divide(BigDecimal.valueOf(units.size()), MathContext.DECIMAL128);
        for (int i = 0; i < count; i++) {
            cost = cost.add(method.equals("AVERAGE") ? removeAverage(average) : units.remove(next(method)));
        }
        gains.add(proceeds.subtract(cost));
    }

    /** All units of a pool cost the same. */
    private BigDecimal removeAverage(BigDecimal average) {
        units.remove(units.size() - 1);
        units.replaceAll(cost -> average);
        return average;
    }

    private int next(String method) {
        int next = units.size() - 1;
        if (method.equals("HIFO")) {
            for (int i = 0; i < units.size(); i++) {
                if (units.get(i).compareTo(units.get(next)) > 0) {
                    next = i;
                }
            }
        }
        return next;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
