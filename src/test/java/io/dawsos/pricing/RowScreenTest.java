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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowScreenTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 9, 30);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CAD = Currency.getInstance("CAD");
    private static final PackRule RULE = PackRule.ecbClose(Map.of("AAPL", USD, "RY.TO", CAD), List.of(USD, CAD));

    private static MarketRow row(Kind kind, String symbol, String currency, String value, LocalDate day, int line) {
        return new MarketRow(kind, symbol, currency, value, day, "Test", new RowSource("Test.csv", line));
    }

    private static MarketRow close(String value, LocalDate day, int line) {
        return row(Kind.CLOSE, "AAPL", "USD", value, day, line);
    }

    private static RowScreen.Screened screen(MarketRow... rows) {
        return RowScreen.screen(RULE, Optional.empty(), List.of(rows), List.of());
    }

    private static List<String> closes(RowScreen.Screened screened) {
        return screened.closes().stream()
                .map(close -> close.date() + " " + close.close().toPlainString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CLOSE | AAPL | USD | -5 | NEGATIVE | -5 is negative",
                "CLOSE | AAPL | USD | 0.00 | ZERO | the value is 0",
                "CLOSE | AAPL | USD | NaN | NOT_FINITE | NaN is not finite",
                "CLOSE | AAPL | USD | -Infinity | NOT_FINITE | -Infinity is not finite",
                "CLOSE | AAPL | USD | n/a | NOT_A_NUMBER | 'n/a' is no number of at most 34 digits",
                "CLOSE | AAPL | USD | 1e999999999 | NOT_A_NUMBER | '1e999999999' is no number of at most 34 digits",
                "CLOSE | PEP | USD | 1 | UNKNOWN_SECURITY | PEP is not in the security master",
                "CLOSE | AAPL | CAD | 1 | OTHER_CURRENCY | AAPL is priced in USD, not in CAD",
                "CLOSE | AAPL | QQQ | 1 | UNKNOWN_CURRENCY | 'QQQ' is no currency code",
                "RATE | EUR | QQQ | 1 | UNKNOWN_CURRENCY | 'QQQ' is no currency code",
                "RATE | EUR | JPY | 1 | UNKNOWN_CURRENCY | nothing is kept in JPY: no security is priced in it",
                "RATE | USD | CAD | 1 | OTHER_CURRENCY | rates are kept against EUR, not against USD",
                "RATE | EUR | USD | -1.1 | NEGATIVE | -1.1 is negative",
                "SPLIT | PEP | \"\" | 4 | UNKNOWN_SECURITY | PEP is not in the security master",
                "SPLIT | AAPL | \"\" | 0 | ZERO | the value is 0"
            })
    void aRowThatCannotBeRightIsNotUsed(
            Kind kind, String symbol, String currency, String value, QuarantineReason reason, String detail) {
        MarketRow bad = row(kind, symbol, currency, value, MONDAY, 7);

        RowScreen.Screened screened = screen(bad, close("190", MONDAY, 2));

        assertThat(screened.quarantined()).containsExactly(new QuarantinedRow(bad, reason, detail));
        assertThat(closes(screened)).containsExactly("2024-09-30 190");
        assertThat(screened.rates()).isEmpty();
        assertThat(screened.splits()).isEmpty();
    }

    @Nested
    class TwoRowsOfOneDay {
        @Test
        void thatSayTheSameAreOne() {
            RowScreen.Screened screened = screen(close("190.0", MONDAY, 2), close("190", MONDAY, 3));

            assertThat(closes(screened)).hasSize(1);
            assertThat(screened.quarantined()).isEmpty();
        }

        @Test
        void thatContradictEachOtherAreBothNotUsed() {
            RowScreen.Screened screened = screen(close("190", MONDAY, 2), close("191", MONDAY, 3));

            assertThat(screened.closes()).isEmpty();
            assertThat(screened.quarantined())
                    .extracting(QuarantinedRow::words)
                    .containsExactly(
                            "Test.csv:2: AAPL 2024-09-30 190 USD is quarantined: Test.csv:3 says 191",
                            "Test.csv:3: AAPL 2024-09-30 191 USD is quarantined: Test.csv:2 says 190");
        }

        @Test
        void ofWhichAnOperatorAcceptedOneAreThatOne() {
            MarketRow accepted = close("191", MONDAY, 3);
            RowScreen.Screened screened = RowScreen.screen(
                    RULE,
                    Optional.empty(),
                    List.of(close("190", MONDAY, 2), accepted),
                    List.of(accepted.publication()));

            assertThat(closes(screened)).containsExactly("2024-09-30 191");
            assertThat(screened.quarantined())
                    .extracting(refused -> refused.row().value())
                    .containsExactly("190");
        }

        @Test
        void ofWhichOneIsNoPriceAtAllAreTheOther() {
            assertThat(closes(screen(close("-1", MONDAY, 2), close("191", MONDAY, 3))))
                    .containsExactly("2024-09-30 191");
        }
    }

    @Nested
    class AMove {
        @ParameterizedTest
        @CsvSource({"285, true", "285.01, false", "95, true", "94.99, false", "1900, false", "1.9, false"})
        void ofMoreThanHalfIsNotBelieved(String value, boolean used) {
            RowScreen.Screened screened = screen(close("190", MONDAY, 2), close(value, TUESDAY, 3));

            assertThat(screened.closes()).hasSize(used ? 2 : 1);
            assertThat(screened.quarantined()).hasSize(used ? 0 : 1);
        }

        @Test
        void isToldWithItsFigures() {
            assertThat(screen(close("190", MONDAY, 2), close("19", TUESDAY, 3)).quarantined())
                    .extracting(QuarantinedRow::detail)
                    .containsExactly("-90 % from 190 of 2024-09-30, more than 50 %");
        }

        @Test
        void isMeasuredFromTheLastAcceptedValue() {
            RowScreen.Screened screened =
                    screen(close("190", MONDAY, 2), close("19", TUESDAY, 3), close("191", MONDAY.plusDays(2), 4));

            assertThat(closes(screened)).containsExactly("2024-09-30 190", "2024-10-02 191");
        }

        @Test
        void isMeasuredFromThePackBeforeTheRows() {
            PriceBook before = new PriceBook(
                    new PackId(MONDAY, 1),
                    List.of(new Price("AAPL", new BigDecimal("190"), USD, MONDAY.minusDays(3), "Test")),
                    List.of());

            RowScreen.Screened screened =
                    RowScreen.screen(RULE, Optional.of(before), List.of(close("19", TUESDAY, 3)), List.of());

            assertThat(screened.quarantined())
                    .extracting(QuarantinedRow::detail)
                    .containsExactly("-90 % from 190 of 2024-09-27, more than 50 %");
        }

        @Test
        void thatASplitExplainsIsBelieved() {
            MarketRow split = row(Kind.SPLIT, "AAPL", "", "10", TUESDAY, 1);

            RowScreen.Screened screened = screen(close("190", MONDAY, 2), close("19.1", TUESDAY, 3), split);

            assertThat(closes(screened)).containsExactly("2024-09-30 190", "2024-10-01 19.1");
            assertThat(screened.splits()).containsExactly(new Split("AAPL", TUESDAY, BigDecimal.TEN));
        }

        @Test
        void thatASplitShouldHaveMadeIsMissed() {
            MarketRow split = row(Kind.SPLIT, "AAPL", "", "10", TUESDAY, 1);

            assertThat(screen(close("190", MONDAY, 2), close("191", TUESDAY, 3), split)
                            .quarantined())
                    .extracting(QuarantinedRow::reason)
                    .containsExactly(QuarantineReason.MOVED_TOO_FAR);
        }

        @Test
        void thatAnOperatorAcceptedIsBelievedFromThenOn() {
            MarketRow crash = close("19", TUESDAY, 3);
            RowScreen.Screened screened = RowScreen.screen(
                    RULE,
                    Optional.empty(),
                    List.of(close("190", MONDAY, 2), crash, close("20", MONDAY.plusDays(2), 4)),
                    List.of(crash.publication()));

            assertThat(screened.quarantined()).isEmpty();
            assertThat(screened.closes()).hasSize(3);
        }

        @ParameterizedTest
        @CsvSource({"1.32, true", "1.33, false", "0.87, false"})
        void ofARateIsKeptToAFifth(String value, boolean used) {
            RowScreen.Screened screened = screen(
                    row(Kind.RATE, "EUR", "USD", "1.10", MONDAY, 2), row(Kind.RATE, "EUR", "USD", value, TUESDAY, 3));

            assertThat(screened.rates()).hasSize(used ? 2 : 1);
        }

        @Test
        void mayGoAsFarAsTheSettingSays() {
            PackRule strict = RULE.withLimits(new MoveLimits(0.01, 0.01));

            assertThat(RowScreen.screen(
                                    strict,
                                    Optional.empty(),
                                    List.of(close("190", MONDAY, 2), close("192", TUESDAY, 3)),
                                    List.of())
                            .quarantined())
                    .hasSize(1);
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        long seed = 20240930;
        Random random = new Random(seed);
        List<MarketRow> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String value = random.nextInt(10) == 0 ? "-1" : String.valueOf(100 + random.nextInt(120));
            rows.add(close(value, MONDAY.plusDays(random.nextInt(90)), i + 2));
        }
        RowScreen.Screened expected = RowScreen.screen(RULE, Optional.empty(), rows, List.of());
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rows, random);
            assertThat(RowScreen.screen(RULE, Optional.empty(), rows, List.of()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
        assertThat(expected.closes()).isNotEmpty();
        assertThat(expected.quarantined()).isNotEmpty();
    }
}
