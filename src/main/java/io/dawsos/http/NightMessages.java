package io.dawsos.http;

import io.dawsos.capability.AnswerJson;
import io.dawsos.execution.JsonMembers;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.nightly.NightRun;
import io.dawsos.nightly.Nights;
import io.dawsos.nightly.Reconciliations;
import io.dawsos.pattern.Words;
import io.dawsos.portfolio.Portfolios;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Nights and reconciliations over HTTP. */
public final class NightMessages {

    private static final String RUNS = "/v1/nightly/runs";
    private static final List<String> MEMBERS = List.of("date", "job", "force");

    /** Property of the exchange that the station {@code claimNight} sets: the night is being run. */
    private static final String CLAIMED = "nightClaimed";

    private static final int NEWEST = 30;
    private static final int LONGEST_JOB = 100;

    private NightMessages() {}

    /** {@code GET /v1/nightly/runs}: the last attempts of the newest nights. */
    public static Processor list(Nights nights) {
        return exchange -> CatalogMessages.json(
                exchange, nights.newest(NEWEST).stream().map(NightViews::run).toList());
    }

    /** {@code GET /v1/nightly/runs/{date}}: the last attempt of one night; it may be running. */
    public static Processor show(Nights nights) {
        return exchange -> {
            String day = HttpExchanges.lastSegment(exchange);
            NightRun run = day(day).flatMap(nights::find)
                    .orElseThrow(() -> new Failure(
                            FailureReason.NIGHT_NOT_FOUND,
                            "No night of " + Words.quoted(day) + " was run; GET " + RUNS + " lists those that were"));
            CatalogMessages.json(exchange, NightViews.run(run));
        };
    }

    /** {@code bytes -> NightRequest}; {@code audit} is told who asked for which night. */
    public static Processor read(Nights nights, Callers callers, BiConsumer<UUID, String> audit) {
        return exchange -> {
            UUID user = callers.userOf(exchange);
            NightRequest request = request(HttpExchanges.body(exchange), nights.due());
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("date", request.date());
            details.put("job", request.job());
            details.put("force", request.force());
            audit.accept(user, new String(AnswerJson.bytes(details), StandardCharsets.UTF_8));
            exchange.getMessage().setBody(request);
        };
    }

    private static NightRequest request(byte[] body, LocalDate due) {
        JsonMembers members = JsonMembers.of(body, "{\"date\": \"2023-12-29\"}", List.of(), MEMBERS);
        NightRequest request = new NightRequest(
                members.day("date").orElse(due),
                members.text("job", LONGEST_JOB),
                members.flag("force").orElse(false),
                NightOrigin.REQUEST);
        members.throwIfAny();
        return request;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code ActiveNight or NightRequest -> bytes}: where the report is, of a night that runs now or was finished before. */
    public static Processor accepted(Nights nights) {
        return exchange -> {
            boolean runs = exchange.getProperty(CLAIMED, false, Boolean.class);
            LocalDate date = dateOf(exchange);
            NightRun run = nights.find(date).orElseThrow();
            HttpExchanges.answer(exchange, runs ? 202 : 200, HttpExchanges.JSON, AnswerJson.bytes(NightViews.run(run)));
            exchange.getMessage().setHeader("Location", RUNS + "/" + date);
        };
    }

    private static LocalDate dateOf(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof ActiveNight night
                ? night.request().date()
                : exchange.getMessage().getBody(NightRequest.class).date();
    }

    /** {@code GET /v1/reconciliations?portfolio_id=}: the last comparisons of the caller's portfolio, newest first. */
    public static Processor reconciliations(Reconciliations found, Portfolios portfolios, Callers callers) {
        return exchange -> {
            UUID user = callers.userOf(exchange);
            QueryParameters query = QueryParameters.of(exchange, List.of("portfolio_id"));
            Optional<UUID> named = query.required("portfolio_id", "the UUID of a portfolio", UUID::fromString);
            query.throwIfAny();
            UUID portfolio = named.orElseThrow();
            if (portfolios.find(user, portfolio).isEmpty()) {
                throw new Failure(
                        FailureReason.PORTFOLIO_NOT_FOUND,
                        "There is no portfolio " + portfolio + "; GET /v1/portfolios lists yours");
            }
            CatalogMessages.json(
                    exchange,
                    found.of(user, portfolio, NEWEST).stream()
                            .map(NightViews::reconciliation)
                            .toList());
        };
    }
}
