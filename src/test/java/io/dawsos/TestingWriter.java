package io.dawsos;

import static io.dawsos.Replies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerRepository;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;

/** Writes into the ledger of a service over HTTP, and reads it back from its repository. */
final class TestingWriter {

    private final TestingService service;

    TestingWriter(TestingService service) {
        this.service = service;
    }

    Path folder() {
        return service.home().resolve("ledger");
    }

    HttpResponse<String> post(String path, String singleQuoted) {
        return service.post(path, singleQuoted.replace('\'', '"'));
    }

    static JsonNode created(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return json(reply);
    }

    String portfolio(String name) {
        return created(post("/v1/portfolios", "{'name':'" + name + "','base_currency':'CAD'}"))
                .path("portfolio_id")
                .asText();
    }

    JsonNode write(String path, String portfolio, String members) {
        return created(post(path, "{'portfolio_id':'" + portfolio + "'," + members + "}"));
    }

    List<RevCommit> log() throws Exception {
        List<RevCommit> commits = new ArrayList<>();
        try (Git git = Git.open(folder().toFile())) {
            git.log().call().forEach(commits::add);
            assertThat(git.status().call().isClean()).isTrue();
        }
        return commits;
    }

    LedgerBook fromScratch(String portfolio) {
        try (LedgerRepository repository = LedgerRepository.open(folder())) {
            String head = repository.head();
            return Journals.read(repository.at(head), "portfolios/" + portfolio + ".beancount", head);
        }
    }
}
