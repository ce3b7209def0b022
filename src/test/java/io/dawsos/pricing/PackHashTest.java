package io.dawsos.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackHashTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 29);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Price APPLE = price("AAPL", "192.53", DAY, "Demo");
    private static final Price COKE = price("KO", "58.93", DAY, "Demo");
    private static final FxQuote DOLLAR = new FxQuote(EUR, USD, new BigDecimal("1.1050"), DAY, "ECB");

    private static Price price(String symbol, String close, LocalDate date, String provider) {
        return new Price(symbol, new BigDecimal(close), USD, date, provider);
    }

    private static String hash(PackId id, String policy, List<Price> prices, List<FxQuote> quotes) {
        return PackHash.of(policy, new PriceBook(id, prices, quotes));
    }

    private static String hash(Price... prices) {
        return hash(new PackId(DAY, 1), "ECB_CLOSE", List.of(prices), List.of(DOLLAR));
    }

    @Test
    void isTheSameForeverForTheSameContent() {
        assertThat(hash(APPLE, COKE)).isEqualTo("9e40b1e1f726af36312faa7faf09733f021fb3ac0241db72c2a84561cd3e8c8d");
    }

    @Test
    void doesNotDependOnTheOrderOfTheRows() {
        long seed = 20231229;
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            prices.add(price("S" + i, "1." + i, DAY, "Demo"));
        }
        String expected = hash(prices.toArray(new Price[0]));
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(prices, random);
            assertThat(hash(prices.toArray(new Price[0])))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void doesNotDependOnHowADecimalIsWritten() {
        assertThat(hash(price("AAPL", "192.5300", DAY, "Demo"))).isEqualTo(hash(APPLE));
        assertThat(hash(price("AAPL", "1E+2", DAY, "Demo"))).isEqualTo(hash(price("AAPL", "100", DAY, "Demo")));
    }

    @Test
    void changesWithEveryPartOfTheContent() {
        LocalDate before = DAY.minusDays(1);
        Price inEuro = new Price("AAPL", APPLE.close(), EUR, DAY, "Demo");
        FxQuote otherRate = new FxQuote(EUR, USD, new BigDecimal("1.1051"), DAY, "ECB");
        FxQuote otherDay = new FxQuote(EUR, USD, DOLLAR.rate(), before, "ECB");

        assertThat(List.of(
                        hash(APPLE),
                        hash(APPLE, COKE),
                        hash(price("AAPL", "192.54", DAY, "Demo")),
                        hash(price("AAPL", "192.53", before, "Demo")),
                        hash(price("AAPL", "192.53", DAY, "Polygon")),
                        hash(price("MSFT", "192.53", DAY, "Demo")),
                        hash(inEuro),
                        hash(new PackId(DAY, 1), "OTHER", List.of(APPLE), List.of(DOLLAR)),
                        hash(new PackId(before, 1), "ECB_CLOSE", List.of(APPLE), List.of(DOLLAR)),
                        hash(new PackId(DAY, 1), "ECB_CLOSE", List.of(APPLE), List.of(otherRate)),
                        hash(new PackId(DAY, 1), "ECB_CLOSE", List.of(APPLE), List.of(otherDay)),
                        hash(new PackId(DAY, 1), "ECB_CLOSE", List.of(APPLE), List.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForARestatementThatChangesNothing() {
        assertThat(hash(new PackId(DAY, 2), "ECB_CLOSE", List.of(APPLE), List.of(DOLLAR)))
                .isEqualTo(hash(APPLE));
    }

    @Test
    void refusesTextThatCouldPoseAsAnotherField() {
        assertThatThrownBy(() -> hash(price("AAPL\t1", "1", DAY, "Demo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("control character");
    }
}
