package io.dawsos.ledger.beancount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    private static List<String> cut(String line) throws SyntaxFault {
        return Lexer.cut(line).stream()
                .map(token -> token.kind() + " " + token.text())
                .toList();
    }

    @Test
    void aTransactionsFirstLineIsCut() throws SyntaxFault {
        assertThat(cut("2024-01-02 * \"Payee\" \"A \\\"quoted; word\\\"\" #tag ^link-1 ; comment"))
                .containsExactly(
                        "DATE 2024-01-02",
                        "SIGN *",
                        "TEXT \"Payee\"",
                        "TEXT \"A \\\"quoted; word\\\"\"",
                        "TAG tag",
                        "LINK link-1");
    }

    @Test
    void aPostingAtCostAndPriceIsCut() throws SyntaxFault {
        assertThat(cut("\tAssets:Broker-1:Été -1,234.5 RY.TO {126.60 USD,2021-01-06}@@5 V"))
                .containsExactly(
                        "ACCOUNT Assets:Broker-1:Été",
                        "NUMBER -1234.5",
                        "SYMBOL RY.TO",
                        "SIGN {",
                        "NUMBER 126.60",
                        "SYMBOL USD",
                        "SIGN ,",
                        "DATE 2021-01-06",
                        "SIGN }",
                        "SIGN @@",
                        "NUMBER 5",
                        "SYMBOL V");
    }

    @Test
    void aMetadataLineIsCut() throws SyntaxFault {
        assertThat(cut("  fx_rate: 1.35")).containsExactly("KEY fx_rate:", "NUMBER 1.35");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.3             | '1.2.3' is not a number; a number is written like 1234.56, without arithmetic",
                "12CAD             | '12CAD' is not a number; a number is written like 1234.56, without arithmetic",
                "2024-1-2          | '2024-1-2' is not a date; a date is a day of the calendar written YYYY-MM-DD",
                "2023-02-29        | '2023-02-29' is not a date; a date is a day of the calendar written YYYY-MM-DD",
                "12345678901234567890123456789 | '12345678901234567890123456789' has more than 28 digits",
                "Lower             | 'Lower' is neither an account nor a symbol nor a keyword",
                "USDé              | 'USDé' is neither an account nor a symbol nor a keyword",
                "(1)               | unexpected character '(' (U+0028)",
            })
    void whatFitsNothingIsNamed(String line, String what) {
        assertThatThrownBy(() -> Lexer.cut(line))
                .isInstanceOf(SyntaxFault.class)
                .hasMessage(what);
    }

    @Test
    void theLongestLineOfEscapesIsNoTrouble() throws SyntaxFault {
        String text = "\"" + "\\n".repeat(TextLines.MAX_LINE / 2 - 1) + "\"";
        assertThat(Lexer.cut(text)).containsExactly(new Token(Token.Kind.TEXT, text));
    }
}
