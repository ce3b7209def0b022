package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.texts;
import static io.dawsos.TestingWriter.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.ledger.LedgerTransaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One portfolio from its first deposit on, over HTTP, on the demo's prices of December 2023. Today is 2024-01-02. */
class LedgerLifeIT {

    private static TestingService service;
    private static TestingWriter ledger;

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of(), new TestingClock());
        ledger = new TestingWriter(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode overview(String portfolio) {
        return ok(ledger.post("/execute", "{'pattern_id':'portfolio_overview','portfolio_id':'" + portfolio + "'}"));
    }

    @Test
    void aPortfolioLivesFromItsFirstDepositToItsReversal() throws Exception {
        int before = ledger.log().size();
        String id = ledger.portfolio("Life");
        fund(id);
        trade(id);
        receiveAndSplit(id);
        JsonNode mistake = ledger.write(
                "/v1/trades",
                id,
                "'symbol':'MSFT','trade_type':'buy','qty':1,'price':370,'currency':'USD','trade_date':'2023-12-21'");
        String wrong = mistake.path("transaction_id").asText();
        JsonNode reversal = created(ledger.post("/v1/trades/" + wrong + "/reversal", "{'reason':'wrong portfolio'}"));
        lotsAndPositionsAreListed(id);
        tradesAreListedPageByPage(id);
        theOverviewIsComputedFrom(reversal.path("ledger_commit_hash").asText(), id);
        assertThat(ledger.log()).hasSize(before + 10);
        assertThat(ledger.log().get(1).getFullMessage())
                .startsWith("Buy 1 MSFT\n")
                .contains("Portfolio: " + id, "Transaction: " + wrong);
        assertThat(ledger.fromScratch(id).transactions())
                .hasSize(9)
                .extracting(LedgerTransaction::id)
                .doesNotHaveDuplicates();
    }

    private static void isAmount(JsonNode answer, String member, String amount) {
        assertThat(answer.path(member).decimalValue()).as(member).isEqualByComparingTo(amount);
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static void fund(String id) {
        ledger.write("/v1/cash", id, "'type':'deposit','amount':20000,'currency':'CAD','date':'2023-12-01'");
        JsonNode conversion = ledger.write(
                "/v1/cash",
                id,
                "'type':'conversion','amount':13500,'currency':'CAD','to_amount':10000,'to_currency':'USD',"
                        + "'date':'2023-12-01'");
        isAmount(conversion, "fx_rate", "1.35");
    }

    private static void trade(String id) {
        JsonNode buy = ledger.write(
                "/v1/trades",
                id,
                "'symbol':'AAPL','trade_type':'buy','qty':40,'price':190,'currency':'USD','fees':4.95,"
                        + "'trade_date':'2023-12-04'");
        assertThat(buy.path("fx_rate_id").asText()).isEqualTo("20231204_v1:USD/CAD");
        assertThat(buy.path("fx_rate_date").asText()).isEqualTo("2023-12-04");
        assertThat(buy.path("settlement_date").asText()).isEqualTo("2023-12-06");
        isAmount(buy, "total_cost", "7604.95");
        JsonNode sell = ledger.write(
                "/v1/trades",
                id,
                "'symbol':'AAPL','trade_type':'sell','qty':15,'price':195,'currency':'USD','fees':4.95,'fx_rate':1.36,"
                        + "'trade_date':'2023-12-12'");
        assertThat(texts(sell.path("lots_closed"), "lot_id")).containsExactly("AAPL:2023-12-04:190");
        isAmount(sell, "net_proceeds", "2920.05");
        // 15 x (195 - 190) at the rate of the purchase, and at what it moved
        BigDecimal entry = new BigDecimal(buy.path("fx_rate").asText());
        isAmount(sell, "realized_price_pnl", cents(new BigDecimal("75").multiply(entry)));
        isAmount(
                sell,
                "realized_interaction_pnl",
                cents(new BigDecimal("75").multiply(new BigDecimal("1.36").subtract(entry))));
    }

    private static void receiveAndSplit(String id) {
        JsonNode dividend = ledger.write(
                "/v1/corporate-actions/dividends",
                id,
                "'symbol':'AAPL','shares':25,'dividend_per_share':0.96,'withholding_tax':0.144,'currency':'USD',"
                        + "'ex_date':'2023-12-14','pay_date':'2023-12-15','pay_fx_rate':1.3675");
        isAmount(dividend, "gross_amount", "24");
        isAmount(dividend, "gross_amount_base", "32.82");
        isAmount(dividend, "withholding_amount", "3.6");
        ledger.write(
                "/v1/corporate-actions/withholding-tax",
                id,
                "'symbol':'AAPL','tax_amount':1.2,'currency':'USD','tax_date':'2023-12-18'");
        JsonNode split = ledger.write(
                "/v1/corporate-actions/splits", id, "'symbol':'AAPL','split_ratio':2,'split_date':'2023-12-20'");
        assertThat(texts(split.path("lots"), "new_quantity_open")).containsExactly("50");
    }

    private static void lotsAndPositionsAreListed(String id) {
        String lots = "/v1/trades/lots?portfolio_id=" + id;
        assertThat(texts(ok(service.get(lots)).path("lots"), "lot_id")).containsExactly("AAPL:2023-12-04:95");
        assertThat(texts(ok(service.get(lots + "&asof=2023-12-19")).path("lots"), "lot_id"))
                .containsExactly("AAPL:2023-12-04:190");
        JsonNode position = ok(service.get("/v1/trades/positions?portfolio_id=" + id))
                .path("positions")
                .get(0);
        isAmount(position, "qty", "50");
        isAmount(position, "avg_cost", "95");
    }

    private static void theOverviewIsComputedFrom(String commit, String id) throws Exception {
        JsonNode answer = overview(id);
        assertThat(answer.path("trace").path("ledger_commit_hash").asText())
                .isEqualTo(commit)
                .isEqualTo(ledger.log().get(0).name());
        JsonNode held =
                answer.path("data").path("valued_positions").path("positions").get(0);
        assertThat(held.path("symbol").asText()).isEqualTo("AAPL");
        isAmount(held, "quantity", "50");
    }

    private static void tradesAreListedPageByPage(String id) {
        String path = "/v1/trades?limit=2&portfolio_id=" + id;
        JsonNode first = ok(service.get(path));
        JsonNode second =
                ok(service.get(path + "&cursor=" + first.path("next_cursor").asText()));
        assertThat(first.path("trades")).hasSize(2);
        assertThat(texts(second.path("trades"), "trade_date")).containsExactly("2023-12-12", "2023-12-04");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(texts(ok(service.get(path + "&symbol=AAPL&trade_type=sell")).path("trades"), "qty"))
                .containsExactly("15");
    }
}
