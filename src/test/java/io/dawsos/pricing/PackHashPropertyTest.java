package io.dawsos.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.pricing.MarketRow.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From published rows to the hash of the pack: the order is nothing, every digit is something. */
class PackHashPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 29);
    private static final Currency USD = Currency.getInstance("USD");
    private static final List<Currency> CURRENCIES = List.of(USD, Currency.getInstance("CAD"));
    private static final int ROUNDS = 30;

    private static List<MarketRow> rows(Random random) {
        List<MarketRow> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(row(Kind.CLOSE, "S" + i, "USD", decimal(random), i + 2));
        }
        for (Currency currency : CURRENCIES) {
            rows.add(row(Kind.RATE, "EUR", currency.getCurrencyCode(), decimal(random), rows.size() + 2));
        }
        return rows;
    }

    private static String decimal(Random random) {
        return (1 + random.nextInt(900)) + "." + (1 + random.nextInt(9_999));
    }

    private static MarketRow row(Kind kind, String symbol, String currency, String value, int line) {
        return new MarketRow(kind, symbol, currency, value, DAY, "Test", new RowSource("Test.csv", line));
    }

    private static String hash(List<MarketRow> rows) {
        Map<String, Currency> securities = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            securities.put("S" + i, USD);
        }
        MarketData market = (rule, from, to) -> new MarketRows(rows, List.of());
        return new PackAssembler(market, PackRule.ecbClose(securities, CURRENCIES))
                .days(Optional.empty(), DAY, DAY)
                .drafts()
                .get(0)
                .hash();
    }

    @Test
    void sameRowsInAnyOrderHaveTheSameHash() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<MarketRow> rows = rows(random);
            String expected = hash(rows);
            Collections.shuffle(rows, random);
            assertThat(hash(rows)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void anyChangedDigitIsAnotherHash() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<MarketRow> rows = rows(random);
            String before = hash(rows);
            int at = random.nextInt(rows.size());
            MarketRow old = rows.get(at);
            String changed = withAnotherDigit(old.value(), random);
            rows.set(
                    at,
                    row(
                            old.kind(),
                            old.symbol(),
                            old.currency(),
                            changed,
                            old.source().line()));
            assertThat(hash(rows))
                    .as("seed %d: %s instead of %s", seed, changed, old.value())
                    .isNotEqualTo(before);
        }
    }

    private static String withAnotherDigit(String value, Random random) {
        StringBuilder text = new StringBuilder(value);
        do {
            int at = random.nextInt(text.length());
            if (Character.isDigit(text.charAt(at))) {
                text.setCharAt(at, (char) ('1' + (text.charAt(at) - '0' + random.nextInt(8)) % 9));
            }
        } while (new BigDecimal(text.toString()).compareTo(new BigDecimal(value)) == 0);
        return text.toString();
    }
}
