package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test after which nothing was executed, nobody woken, and the next request is served. */
abstract class Undisturbed {

    final TestingService service = TestingService.shared();
    private LoggedEvents log;
    private double calls;

    @BeforeEach
    void listen() {
        log = LoggedEvents.listen();
        calls = agentCalls();
    }

    @AfterEach
    void nothingWasExecutedAndTheNextRequestIsServed() {
        log.close();
        assertThat(agentCalls()).as("calls of agents").isEqualTo(calls);
        assertThat(log.alarms()).isEmpty();
        assertThat(execute("{\"pattern_id\":\"hello\"}").statusCode()).isEqualTo(200);
    }

    private double agentCalls() {
        return service.service().wiring().meters.find("dawsos.agent.invocations").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    final HttpResponse<String> execute(String body) {
        return service.post("/execute", body);
    }
}
