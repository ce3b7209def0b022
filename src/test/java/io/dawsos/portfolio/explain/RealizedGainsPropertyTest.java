package io.dawsos.portfolio.explain;

import static io.dawsos.portfolio.explain.SmallJournal.gains;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingJournal;
import io.dawsos.testing.TestingPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded random journals: what is closed adds up to what was sold. */
class RealizedGainsPropertyTest {

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void lotsAddUpToTheGainsAndUnitsOfTheirSales(long seed) {
        LedgerBook book = random(new Random(seed));
        RealizedGains gains = RealizedGains.of(
                TestingExplanations.facts(book),
                new TransactionRates(
                        SmallJournal.CAD,
                        List.of(TestingPacks.on("2023-12-29")
                                .rate("USD", "CAD", "1.37")
                                .book())));
        for (RealizedGains.Sale sale : gains.sales()) {
            assertThat(sum(sale.lots().stream().map(ClosedLot::gain).toList())
                            .subtract(sale.entry().realizedGain())
                            .abs())
                    .as("gain of %s, seed %d", sale.entry().id(), seed)
                    .isLessThan(new BigDecimal("1e-20"));
            assertThat(sum(sale.lots().stream().map(ClosedLot::units).toList())
                            .add(sale.entry().quantity())
                            .abs())
                    .as("units of %s, seed %d", sale.entry().id(), seed)
                    .isLessThan(new BigDecimal("1e-20"));
            for (ClosedLot lot : sale.lots()) {
                assertThat(lot.priceEffect().add(lot.fxEffect()).add(lot.interaction()))
                        .as("seed %d", seed)
                        .isEqualByComparingTo(lot.gainBase());
            }
        }
    }

    /** Purchases, sales and splits of one security on close days, several on some. */
    private static LedgerBook random(Random random) {
        TestingJournal journal = new TestingJournal("CAD");
        LocalDate day = LocalDate.of(2023, 12, 29);
        int held = 0;
        for (int i = 0; i < 40; i++) {
            day = day.plusDays(random.nextInt(3) == 0 ? 1 : 0);
            journal.on(day);
            int units = 1 + random.nextInt(50);
            String price = 50 + random.nextInt(100) + "." + (10 + random.nextInt(90));
            if (held > 0 && random.nextInt(12) == 0) {
                journal.split("AAPL", 2);
                held *= 2;
            } else if (held > 0 && random.nextBoolean()) {
                int sold = 1 + random.nextInt(held);
                journal.sell("AAPL", Integer.toString(sold), price, "4.95");
                held -= sold;
            } else {
                journal.buy("AAPL", "USD", Integer.toString(units), price, "4.95", "1.3" + random.nextInt(10));
                held += units;
            }
        }
        return journal.book();
    }
}
