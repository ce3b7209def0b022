package io.dawsos;

import static io.dawsos.Replies.ok;
import static io.dawsos.Replies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.Portfolio;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service in production: nobody is served without a token, and nobody sees what is another's. */
class TokensIT {

    private static final String SECRET = "a secret that is longer than thirty-two bytes";
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final UUID ALICE = TestingRows.ALICE;
    private static TestingDatabase database;
    private static TestingService service;

    @BeforeAll
    static void start() {
        database = TestingDatabase.create();
        String url =
                "postgresql://" + database.url().user() + "@" + database.url().address();
        service = TestingService.start(
                Map.of("ENVIRONMENT", "production", "AUTH_JWT_SECRET", SECRET, "DATABASE_URL", url), Clock.systemUTC());
        for (Portfolio portfolio : List.of(TestingRows.ALICES, TestingRows.BOBS)) {
            database.database().portfolios().register(portfolio);
        }
        database.database().securityStore().add(TestingRows.securities());
        database.database()
                .packStore()
                .save(List.of(TestingRows.draft(TestingRows.pack(TestingRows.MONDAY), "195.89")));
        database.database().packStore().markFresh(List.of(TestingRows.pack(TestingRows.MONDAY)));
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    private static String claims(UUID user, long expiresIn) {
        return "{\"sub\":\"" + user + "\",\"exp\":"
                + Instant.now().plusSeconds(expiresIn).getEpochSecond() + "}";
    }

    private static String token(String header, String claims, String secret) {
        try {
            String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + base64(claims.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String valid() {
        return "Bearer " + token(HS256, claims(ALICE, 60), SECRET);
    }

    private static HttpResponse<String> get(String path, String authorization) {
        return service.send(
                service.request(path).header("Authorization", authorization).build());
    }

    static List<String> invalid() {
        String good = token(HS256, claims(ALICE, 60), SECRET);
        String unsigned = token("{\"alg\":\"none\",\"typ\":\"JWT\"}", claims(ALICE, 60), SECRET);
        long now = Instant.now().getEpochSecond();
        return List.of(
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer x.y.z",
                "Basic " + base64("alice:secret".getBytes(StandardCharsets.UTF_8)),
                good,
                "Bearer " + token(HS256, claims(ALICE, 60), SECRET + "!"),
                "Bearer " + token(HS256, claims(ALICE, -2), SECRET),
                "Bearer " + unsigned,
                "Bearer " + unsigned.substring(0, unsigned.lastIndexOf('.') + 1),
                "Bearer " + token("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", claims(ALICE, 60), SECRET),
                "Bearer " + token("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims(ALICE, 60), SECRET),
                "Bearer " + token(HS256, "{\"exp\":" + (now + 60) + "}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":\"alice\",\"exp\":" + (now + 60) + "}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":7,\"exp\":" + (now + 60) + "}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":\"" + ALICE + "\"}", SECRET),
                "Bearer " + token(HS256, "{\"sub\":\"" + ALICE + "\",\"exp\":\"never\"}", SECRET),
                "Bearer "
                        + token(
                                HS256,
                                "{\"sub\":\"" + ALICE + "\",\"exp\":" + (now + 60) + ",\"nbf\":" + (now + 30) + "}",
                                SECRET),
                "Bearer " + token(HS256, "[]", SECRET),
                "Bearer " + token(HS256, "no json", SECRET),
                "Bearer " + good.substring(0, good.length() - 2) + "AA");
    }

    private static void isRefused(HttpResponse<String> reply) {
        assertThat(problem(reply, 401, "UNAUTHENTICATED").path("detail").asText())
                .contains("Authorization: Bearer");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidTokenIsRefused(String authorization) {
        try (LoggedEvents log = LoggedEvents.listen()) {
            isRefused(get("/v1/portfolios", authorization));
            assertThat(log.alarms()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/patterns", "/v1/portfolios", "/v1/agents", "/nowhere", "/healthy", "/metrics/x", "/"})
    void nothingIsServedWithoutAToken(String path) {
        isRefused(service.get(path));
    }

    @Test
    void nothingIsExecutedWithoutAToken() {
        isRefused(service.post("/execute", "{\"pattern_id\":\"hello\"}"));
        isRefused(service.post("/execute", "no json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/pack", "/metrics"})
    void machinesNeedNone(String path) {
        HttpResponse<String> reply = service.get(path);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
    }

    @Test
    void theTokenSaysWhoseDataAreSeen() {
        String bob = "Bearer " + token(HS256, claims(TestingRows.BOB, 60), SECRET);
        assertThat(Replies.texts(ok(get("/v1/portfolios", valid())), "name")).containsExactly("Alice's");
        assertThat(Replies.texts(ok(get("/v1/portfolios", bob)), "name")).containsExactly("Bob's");
        assertThat(ok(get("/v1/portfolios", "Bearer " + token(HS256, claims(UUID.randomUUID(), 60), SECRET))))
                .isEmpty();
    }

    @Test
    void anExecutionRunsForTheUserOfTheToken() {
        HttpRequest request = service.request("/execute")
                .header("Content-Type", "application/json")
                .header("Authorization", valid())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"pattern_id\":\"portfolio_overview\",\"portfolio_id\":\"" + TestingRows.BOBS.id() + "\"}"))
                .build();
        problem(service.send(request), 404, "PORTFOLIO_NOT_FOUND");
    }

    @Test
    void aHeaderCannotStandInForTheToken() {
        HttpResponse<String> reply = service.send(service.request("/v1/portfolios")
                .header("CamelVertxPlatformHttpAuthenticatedUser", ALICE.toString())
                .build());
        isRefused(reply);
    }
}
