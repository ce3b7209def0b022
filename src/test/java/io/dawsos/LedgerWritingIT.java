package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.pointers;
import static io.dawsos.Replies.problem;
import static io.dawsos.TestingWriter.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.ledger.LedgerTransaction;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writers of all kinds, over HTTP: many at once, refused ones, those of other people. Today is 2024-01-02. */
class LedgerWritingIT {

    private static final int WRITERS = 20;

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

    @Test
    void writersAtTheSameTimeMakeOneCommitEach() throws Exception {
        String id = ledger.portfolio("Busy");
        int before = ledger.log().size();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<CompletableFuture<HttpResponse<String>>> replies = new ArrayList<>();
            for (int i = 1; i <= WRITERS; i++) {
                String members = "{'portfolio_id':'" + id + "','type':'deposit','amount':" + i
                        + ",'currency':'CAD','date':'2023-12-01'}";
                replies.add(CompletableFuture.supplyAsync(() -> ledger.post("/v1/cash", members), threads));
            }
            List<String> ids = replies.stream()
                    .map(reply -> created(reply.join()).path("transaction_id").asText())
                    .toList();
            assertThat(ledger.log()).hasSize(before + WRITERS);
            assertThat(ledger.fromScratch(id).transactions())
                    .extracting(LedgerTransaction::id)
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(ledger.fromScratch(id).cash())
                    .last()
                    .satisfies(cash -> assertThat(cash.amount()).isEqualByComparingTo("210"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRepositoryThatCannotBeWrittenIsToldAndNothingChanges() throws Exception {
        String id = ledger.portfolio("Stuck");
        String trades = service.get("/v1/trades/lots?portfolio_id=" + id).body();
        int before = ledger.log().size();
        Path lock = Files.createFile(ledger.folder().resolve(".git/refs/heads/main.lock"));
        try {
            JsonNode problem = problem(deposit(id), 503, "LEDGER_NOT_WRITABLE");
            assertThat(problem.path("detail").asText()).contains("nothing was changed");
        } finally {
            Files.delete(lock);
        }
        assertThat(ledger.log()).hasSize(before);
        assertThat(service.get("/v1/trades/lots?portfolio_id=" + id).body()).isEqualTo(trades);
        created(deposit(id));
    }

    private static HttpResponse<String> deposit(String portfolio) {
        return ledger.post(
                "/v1/cash",
                "{'portfolio_id':'" + portfolio
                        + "','type':'deposit','amount':1,'currency':'CAD','date':'2023-12-01'}");
    }

    @Test
    void theDemoPortfolioCanBeTradedAfterItsLastStatement() throws IOException {
        String demo = "11111111-1111-1111-1111-111111111111";
        String trade = "{'portfolio_id':'" + demo
                + "','symbol':'KO','trade_type':'buy','qty':1,'price':58.93,'currency':'USD','trade_date':'%s'}";
        JsonNode problem = problem(ledger.post("/v1/trades", trade.formatted("2023-12-29")), 422, "VALIDATION_FAILED");
        assertThat(pointers(problem)).containsExactly("/trade_date");
        created(ledger.post("/v1/trades", trade.formatted("2024-01-02")));
        assertThat(Files.readString(ledger.folder().resolve("main.beancount"))).contains("Buy 1 KO");
    }

    @Test
    void aPortfolioIsFoundAndNamedByItsOwnerAlone() {
        HttpResponse<String> reply =
                ledger.post("/v1/portfolios", "{'name':'Old','base_currency':'EUR','booking_method':'fifo'}");
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
        problem(ledger.post("/v1/portfolios", "{'name':'New','base_currency':'EUR'}"), 422, "VALIDATION_FAILED");

        String foreign = Foreigner.portfolioIn(service).toString();
        problem(service.get("/v1/portfolios/" + foreign), 404, "PORTFOLIO_NOT_FOUND");
        problem(service.get("/v1/trades?portfolio_id=" + foreign), 404, "PORTFOLIO_NOT_FOUND");
        problem(deposit(foreign), 404, "PORTFOLIO_NOT_FOUND");
        problem(
                ledger.post("/v1/trades/00000000-0000-0000-0000-0000000000aa/reversal", "{'reason':'x'}"),
                404,
                "TRANSACTION_NOT_FOUND");
        problem(service.get("/v1/trades/lots?portfolio_id=" + foreign + "&x=1"), 404, "PORTFOLIO_NOT_FOUND");
        problem(ledger.post("/v1/trades", "{"), 400, "INVALID_JSON");
    }
}
