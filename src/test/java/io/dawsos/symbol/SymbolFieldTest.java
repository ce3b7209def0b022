package io.dawsos.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolFieldTest {

    @ParameterizedTest
    @CsvSource({
        "ISIN, US0378331005",
        "ISIN, US5949181045",
        "ISIN, CA7800871021",
        "ISIN, NL0010273215",
        "ISIN, GB00BP6MXD84",
        "ISIN, CH0038863350",
        "CUSIP, 037833100",
        "CUSIP, 67066G104",
        "CUSIP, 78462F103",
        "FIGI, BBG000B9XRY4",
        "FIGI, BBG001S5N8V8",
        "FIGI, BBG000BLNNH6",
        "MIC, XTSE",
        "FMP, BRK-B",
        "POLYGON, BRK.B",
        "YAHOO, ^GSPTSE",
    })
    void whatIsPublishedIsTaken(SymbolField field, String value) {
        assertThat(field.accepts(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ISIN, US0378331006",
        "ISIN, us0378331005",
        "ISIN, US037833100",
        "ISIN, U50378331005",
        "CUSIP, 037833101",
        "CUSIP, 03783310",
        "FIGI, BBG000B9XRY5",
        "FIGI, BSG000B9XRY4",
        "FIGI, GGG000B9XRY4",
        "FIGI, BBX000B9XRY4",
        "FIGI, BBG000B9XAY4",
        "MIC, TSX",
        "FMP, brk-b",
        "FMP, 'BRK B'",
        "FMP, ABCDEFGHIJKLMNOPQRSTU",
    })
    void whatIsNotIsRefused(SymbolField field, String value) {
        assertThat(field.accepts(value)).isFalse();
    }

    @Test
    void oneWrongDigitIsAlwaysFound() {
        long seed = 20260413;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> valid = List.of("US0378331005", "037833100", "BBG000B9XRY4");
        List<SymbolField> fields = List.of(SymbolField.ISIN, SymbolField.CUSIP, SymbolField.FIGI);
        for (int i = 0; i < 3_000; i++) {
            int which = i % valid.size();
            String text = valid.get(which);
            int place = random.nextInt(text.length());
            char digit = (char) ('0' + random.nextInt(10));
            String changed = text.substring(0, place) + digit + text.substring(place + 1);
            boolean wasDigit = Character.isDigit(text.charAt(place));
            if (wasDigit && !changed.equals(text)) {
                assertThat(fields.get(which).accepts(changed))
                        .as("seed %d: %s", seed, changed)
                        .isFalse();
            }
        }
    }

    @Test
    void aFactNamesEveryIdentifierThatIsNone() {
        assertThatThrownBy(() -> new SymbolFact(
                        "AAPL",
                        "Polygon",
                        "AAPL",
                        Optional.of("BBG000B9XRY5"),
                        Optional.of("US0378331006"),
                        Optional.empty(),
                        LocalDate.of(2024, 1, 2),
                        "a reply"))
                .hasMessage(
                        "Polygon on AAPL: figi is 'BBG000B9XRY5', not a FIGI of twelve characters, such as BBG000B9XRY4, with a"
                                + " right check digit; isin is 'US0378331006', not an ISIN of twelve characters, such as US0378331005, with a"
                                + " right check digit");
    }

    @Test
    void aKeyNamesItsFieldAndAProviderItsSpelling() {
        for (SymbolField field : SymbolField.values()) {
            assertThat(SymbolField.of(field.key())).contains(field);
            assertThat(SymbolField.spelledBy(field.key()).isPresent()).isEqualTo(field.isSpelling());
        }
        assertThat(SymbolField.spelledBy("Polygon")).contains(SymbolField.POLYGON);
        assertThat(SymbolField.of("sedol")).isEmpty();
    }
}
