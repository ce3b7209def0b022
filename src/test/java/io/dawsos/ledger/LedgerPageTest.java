package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of {@code docs/ledger.md} is booked as it stands there. */
class LedgerPageTest {

    private static final Pattern BLOCK = Pattern.compile("```\n(2024-.*?)```", Pattern.DOTALL);

    private static final String HEAD = """
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            option "inferred_tolerance_default" "*:0.005"
            2022-01-01 open Assets:Cash
            2022-01-01 open Assets:Stocks
            2022-01-01 open Equity:Contributions
            2022-01-01 open Expenses:Commissions
            2022-01-01 open Expenses:Fees
            2022-01-01 open Expenses:Withholding:US
            2022-01-01 open Income:CapitalGains:KO
            2022-01-01 open Income:CapitalGains:OLD
            2022-01-01 open Income:Dividends:KO
            """;

    private static final String CANADIAN = """
            2022-01-05 * "Buy"
              fx_rate: 1
              Assets:Stocks  100 OLD {10.00 CAD}
              Assets:Cash
            """;

    private static final String REVERSED = """
            2024-01-04 * "Buy"
              id: "buy-1"
              fx_rate: 1.35
              Assets:Stocks  50 KO {60.00 USD}
              Expenses:Commissions  4.95 USD
              Assets:Cash
            """;

    static List<String> examples() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs/ledger.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What the entries of an example take for granted. */
    private static String before(String example) {
        if (example.contains("OLD {10.00 CAD")) {
            return CANADIAN;
        }
        if (example.contains("OLD {50.00 USD")) {
            return CANADIAN.replace("CAD", "USD").replace("10.00", "50.00");
        }
        return example.contains("reverses") ? REVERSED : "";
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isBooked(String example) {
        LedgerBook book =
                Journals.read(TestingSource.of(HEAD + before(example) + example), "main.beancount", "0".repeat(40));
        assertThat(book.transactions()).isNotEmpty();
    }

    @Test
    void thereIsOneForEveryKindOfEntry() throws IOException {
        String all = String.join("\n", examples());
        for (TransactionKind kind : TransactionKind.values()) {
            String type =
                    kind == TransactionKind.CONVERSION ? "fx" : kind.name().toLowerCase(Locale.ROOT);
            assertThat(all).contains(type);
        }
        assertThat(examples()).hasSize(6);
    }
}
