package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.nightly.DemoSeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /v1/corporate-actions/dividends} of the demo portfolio. */
class DividendListIT {

    private static final String PATH = "/v1/corporate-actions/dividends?portfolio_id=" + DemoSeed.PORTFOLIO.id() + "&";

    private final TestingService service = TestingService.shared();

    private List<JsonNode> pages(int limit) {
        List<JsonNode> dividends = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ok(service.get(PATH + "limit=" + limit + cursor));
            page.path("dividends").forEach(dividends::add);
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        return dividends;
    }

    @Test
    void hasEveryDividendOfTheJournalOnceAndTheNewestFirst(@TempDir Path folder) {
        LedgerBook book;
        try (LedgerRepository ledger = DemoLedger.initialise(folder)) {
            book = Journals.read(ledger.at(ledger.head()), DemoLedger.MAIN, ledger.head());
        }
        List<String> booked = new ArrayList<>(book.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.DIVIDEND)
                .map(entry -> entry.date() + " " + entry.symbol().orElseThrow() + " "
                        + entry.gross().stripTrailingZeros().toPlainString() + " "
                        + entry.withheld().stripTrailingZeros().toPlainString())
                .toList());
        Collections.reverse(booked);

        List<JsonNode> listed = pages(50);

        assertThat(booked).hasSizeGreaterThan(100);
        assertThat(listed)
                .extracting(dividend -> dividend.path("pay_date").asText() + " "
                        + dividend.path("symbol").asText() + " " + plain(dividend, "gross_amount") + " "
                        + plain(dividend, "withholding_amount"))
                .containsExactlyElementsOf(booked);
        assertThat(days(listed)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static List<String> days(List<JsonNode> listed) {
        return listed.stream()
                .map(dividend -> dividend.path("pay_date").asText())
                .toList();
    }

    private static String plain(JsonNode dividend, String member) {
        return dividend.path(member).decimalValue().stripTrailingZeros().toPlainString();
    }

    @Test
    void addsUpToWhatTheIncomeOfThePortfolioIs() {
        List<JsonNode> listed = pages(1000);
        JsonNode income = ok(service.post("/execute", "{\"pattern_id\":\"portfolio_income\",\"inputs\":{}}"))
                .path("data");
        JsonNode total = income.findValue("payments") == null
                ? income
                : income.findParent("payments").path("total");
        assertThat(sum(listed, "gross_amount_base"))
                .isCloseTo(total.path("gross").asDouble(), within(0.005 * listed.size()));
        assertThat(sum(listed, "withholding_amount_base"))
                .isCloseTo(total.path("withheld").asDouble(), within(0.005 * listed.size()));
        assertThat(sum(listed, "net_amount_base"))
                .isCloseTo(total.path("net").asDouble(), within(0.005 * listed.size()));
    }

    private static double sum(List<JsonNode> listed, String member) {
        return listed.stream()
                .mapToDouble(dividend -> dividend.path(member).asDouble())
                .sum();
    }

    @Test
    void isNarrowedToASecurityAndToDays() {
        JsonNode page = ok(service.get(PATH + "symbol=XIU.TO&start=2023-09-01&end=2023-12-31"));
        assertThat(texts(page.path("dividends"), "pay_date")).containsExactly("2023-11-29", "2023-09-04");
        JsonNode last = page.path("dividends").get(0);
        assertThat(plain(last, "shares")).isEqualTo("1600");
        assertThat(plain(last, "dividend_per_share")).isEqualTo("0.252");
        assertThat(plain(last, "gross_amount")).isEqualTo("403.2");
        assertThat(plain(last, "pay_fx_rate")).isEqualTo("1");
        assertThat(plain(last, "net_amount_base")).isEqualTo("403.2");
        assertThat(last.path("ex_date").asText()).isEqualTo("2023-11-21");
        assertThat(last.path("reverses").isNull()).isTrue();
        assertThat(page.path("ledger_commit_hash").asText()).hasSize(40);
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, /limit", "cursor=7, /cursor", "start=yesterday, /start", "trade_type=buy, /trade_type"})
    void refusesWhatItDoesNotKnow(String parameter, String pointer) {
        assertThat(pointers(problem(service.get(PATH + parameter), 422, "VALIDATION_FAILED")))
                .containsExactly(pointer);
    }

    @Test
    void showsNobodyTheDividendsOfOthers() {
        problem(
                service.get("/v1/corporate-actions/dividends?portfolio_id=99999999-9999-9999-9999-999999999999"),
                404,
                "PORTFOLIO_NOT_FOUND");
    }
}
