package io.dawsos.http;

import io.dawsos.execution.ExecutionRequest;
import io.dawsos.execution.ExecutionResponse;
import io.dawsos.execution.Origin;
import io.dawsos.execution.RequestReader;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Both ends of {@code POST /execute}: bytes to {@code ExecutionRequest}, {@code ExecutionResponse} to bytes. */
public final class ExecuteMessages {

    private ExecuteMessages() {}

    /** {@code bytes -> ExecutionRequest}. */
    public static Processor read(Callers callers) {
        return exchange -> {
            ExecutionRequest request = RequestReader.read(
                    HttpExchanges.body(exchange),
                    HttpExchanges.ids(exchange),
                    callers.userOf(exchange),
                    Origin.HTTP);
            HttpExchanges.dropHeaders(exchange);
            exchange.getMessage().setBody(request);
        };
    }

    /** {@code ExecutionResponse -> bytes}. */
    public static void write(Exchange exchange) {
        ExecutionResponse response = exchange.getMessage().getBody(ExecutionResponse.class);
        HttpExchanges.answer(exchange, 200, HttpExchanges.JSON, response.body());
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        headers.put("X-Pack-ID", response.context().pack().toString());
        if (response.stalePack()) {
            headers.put("X-Pricing-Pack-Stale", "true");
        }
    }
}
