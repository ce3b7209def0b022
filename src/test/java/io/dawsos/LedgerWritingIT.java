package io.dawsos;

import static io.dawsos.Replies.json;
import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.Replies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import io.dawsos.ledger.LedgerTransaction;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Portfolios and their money, over HTTP, on the demo's prices of December 2023. Today is 2024-01-02. */
class LedgerWritingIT {

    private static final int WRITERS = 20;

    private static TestingService service;

    @BeforeAll
    static void start() {
        service = TestingService.start(Map.of(), new TestingClock());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Path folder() {
        return service.home().resolve("ledger");
    }

    private static HttpResponse<String> post(String path, String singleQuoted) {
        return service.post(path, singleQuoted.replace('\'', '"'));
    }

    private static JsonNode created(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return json(reply);
    }

    private static String portfolio(String name) {
        return created(post("/v1/portfolios", "{'name':'" + name + "','base_currency':'CAD'}"))
                .path("portfolio_id")
                .asText();
    }

    private static JsonNode write(String path, String portfolio, String members) {
        return created(post(path, "{'portfolio_id':'" + portfolio + "'," + members + "}"));
    }

    private static List<RevCommit> log() throws Exception {
        List<RevCommit> commits = new ArrayList<>();
        try (Git git = Git.open(folder().toFile())) {
            git.log().call().forEach(commits::add);
            assertThat(git.status().call().isClean()).isTrue();
        }
        return commits;
    }

    private static LedgerBook fromScratch(String portfolio) {
        try (LedgerRepository repository = LedgerRepository.open(folder())) {
            String head = repository.head();
            return Journals.read(repository.at(head), "portfolios/" + portfolio + ".beancount", head);
        }
    }

    private static JsonNode overview(String portfolio) {
        return ok(post("/execute", "{'pattern_id':'portfolio_overview','portfolio_id':'" + portfolio + "'}"));
    }

    @Test
    void aPortfolioLivesFromItsFirstDepositToItsReversal() throws Exception {
        int before = log().size();
        String id = portfolio("Life");
        fund(id);
        trade(id);
        receiveAndSplit(id);
        JsonNode mistake = write(
                "/v1/trades",
                id,
                "'symbol':'MSFT','trade_type':'buy','qty':1,'price':370,'currency':'USD','trade_date':'2023-12-21'");
        String wrong = mistake.path("transaction_id").asText();
        JsonNode reversal = created(post("/v1/trades/" + wrong + "/reversal", "{'reason':'wrong portfolio'}"));
        lotsAndPositionsAreListed(id);
        tradesAreListedPageByPage(id);
        theOverviewIsComputedFrom(reversal.path("ledger_commit_hash").asText(), id);
        assertThat(log()).hasSize(before + 10);
        assertThat(log().get(1).getFullMessage())
                .startsWith("Buy 1 MSFT\n")
                .contains("Portfolio: " + id, "Transaction: " + wrong);
        assertThat(fromScratch(id).transactions())
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
        write("/v1/cash", id, "'type':'deposit','amount':20000,'currency':'CAD','date':'2023-12-01'");
        JsonNode conversion = write(
                "/v1/cash",
                id,
                "'type':'conversion','amount':13500,'currency':'CAD','to_amount':10000,'to_currency':'USD',"
                        + "'date':'2023-12-01'");
        isAmount(conversion, "fx_rate", "1.35");
    }

    private static void trade(String id) {
        JsonNode buy = write(
                "/v1/trades",
                id,
                "'symbol':'AAPL','trade_type':'buy','qty':40,'price':190,'currency':'USD','fees':4.95,"
                        + "'trade_date':'2023-12-04'");
        assertThat(buy.path("fx_rate_id").asText()).isEqualTo("20231204_v1:USD/CAD");
        assertThat(buy.path("fx_rate_date").asText()).isEqualTo("2023-12-04");
        assertThat(buy.path("settlement_date").asText()).isEqualTo("2023-12-06");
        isAmount(buy, "total_cost", "7604.95");
        JsonNode sell = write(
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
        JsonNode dividend = write(
                "/v1/corporate-actions/dividends",
                id,
                "'symbol':'AAPL','shares':25,'dividend_per_share':0.96,'withholding_tax':0.144,'currency':'USD',"
                        + "'ex_date':'2023-12-14','pay_date':'2023-12-15','pay_fx_rate':1.3675");
        isAmount(dividend, "gross_amount", "24");
        isAmount(dividend, "gross_amount_base", "32.82");
        isAmount(dividend, "withholding_amount", "3.6");
        write(
                "/v1/corporate-actions/withholding-tax",
                id,
                "'symbol':'AAPL','tax_amount':1.2,'currency':'USD','tax_date':'2023-12-18'");
        JsonNode split =
                write("/v1/corporate-actions/splits", id, "'symbol':'AAPL','split_ratio':2,'split_date':'2023-12-20'");
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
                .isEqualTo(log().get(0).name());
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

    @Test
    void writersAtTheSameTimeMakeOneCommitEach() throws Exception {
        String id = portfolio("Busy");
        int before = log().size();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<CompletableFuture<HttpResponse<String>>> replies = new ArrayList<>();
            for (int i = 1; i <= WRITERS; i++) {
                String members = "{'portfolio_id':'" + id + "','type':'deposit','amount':" + i
                        + ",'currency':'CAD','date':'2023-12-01'}";
                replies.add(CompletableFuture.supplyAsync(() -> post("/v1/cash", members), threads));
            }
            List<String> ids = replies.stream()
                    .map(reply -> created(reply.join()).path("transaction_id").asText())
                    .toList();
            assertThat(log()).hasSize(before + WRITERS);
            assertThat(fromScratch(id).transactions())
                    .extracting(LedgerTransaction::id)
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(fromScratch(id).cash())
                    .last()
                    .satisfies(cash -> assertThat(cash.amount()).isEqualByComparingTo("210"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRepositoryThatCannotBeWrittenIsToldAndNothingChanges() throws Exception {
        String id = portfolio("Stuck");
        String trades = service.get("/v1/trades/lots?portfolio_id=" + id).body();
        int before = log().size();
        Path lock = Files.createFile(folder().resolve(".git/refs/heads/main.lock"));
        try {
            JsonNode problem = problem(deposit(id), 503, "LEDGER_NOT_WRITABLE");
            assertThat(problem.path("detail").asText()).contains("nothing was changed");
        } finally {
            Files.delete(lock);
        }
        assertThat(log()).hasSize(before);
        assertThat(service.get("/v1/trades/lots?portfolio_id=" + id).body()).isEqualTo(trades);
        created(deposit(id));
    }

    private static HttpResponse<String> deposit(String portfolio) {
        return post(
                "/v1/cash",
                "{'portfolio_id':'" + portfolio
                        + "','type':'deposit','amount':1,'currency':'CAD','date':'2023-12-01'}");
    }

    @Test
    void theDemoPortfolioCanBeTradedAfterItsLastStatement() throws IOException {
        String demo = "11111111-1111-1111-1111-111111111111";
        String trade = "{'portfolio_id':'" + demo
                + "','symbol':'KO','trade_type':'buy','qty':1,'price':58.93,'currency':'USD','trade_date':'%s'}";
        JsonNode problem = problem(post("/v1/trades", trade.formatted("2023-12-29")), 422, "VALIDATION_FAILED");
        assertThat(pointers(problem)).containsExactly("/trade_date");
        created(post("/v1/trades", trade.formatted("2024-01-02")));
        assertThat(Files.readString(folder().resolve("main.beancount"))).contains("Buy 1 KO");
    }

    @Test
    void aPortfolioIsFoundAndNamedByItsOwnerAlone() {
        HttpResponse<String> reply =
                post("/v1/portfolios", "{'name':'Old','base_currency':'EUR','booking_method':'fifo'}");
        String path = reply.headers().firstValue("Location").orElseThrow();
        JsonNode shown = ok(service.get(path));
        assertThat(shown.path("ledger_path").asText()).startsWith("portfolios/");
        assertThat(shown.path("ledger_commit_hash").asText())
                .isEqualTo(created(reply).path("ledger_commit_hash").asText());
        HttpResponse<String> renamed = service.send(service.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"New\"}"))
                .build());
        assertThat(ok(renamed).path("name").asText()).isEqualTo("New");
        problem(post("/v1/portfolios", "{'name':'New','base_currency':'EUR'}"), 422, "VALIDATION_FAILED");

        String foreign = Foreigner.portfolioIn(service).toString();
        problem(service.get("/v1/portfolios/" + foreign), 404, "PORTFOLIO_NOT_FOUND");
        problem(service.get("/v1/trades?portfolio_id=" + foreign), 404, "PORTFOLIO_NOT_FOUND");
        problem(deposit(foreign), 404, "PORTFOLIO_NOT_FOUND");
        problem(
                post("/v1/trades/00000000-0000-0000-0000-0000000000aa/reversal", "{'reason':'x'}"),
                404,
                "TRANSACTION_NOT_FOUND");
        problem(service.get("/v1/trades/lots?portfolio_id=" + foreign + "&x=1"), 404, "PORTFOLIO_NOT_FOUND");
        problem(post("/v1/trades", "{"), 400, "INVALID_JSON");
    }
}
