package io.dawsos;

import io.dawsos.http.HttpSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Everything an operator can set, checked. {@link SettingsReader} makes it from {@code application.properties} and the environment.
 *
 * @param databaseUrl empty runs the embedded database
 * @param ledgerPath empty takes the demo ledger
 * @param packs what packs are built from
 * @param brokerUrl empty runs the embedded broker
 */
record Settings(
        Environment environment,
        HttpSettings http,
        Path home,
        Optional<String> databaseUrl,
        int databasePoolSize,
        Optional<Path> ledgerPath,
        PackSettings packs,
        Optional<String> brokerUrl,
        int brokerPort,
        Duration brokerRedelivery,
        Optional<Path> patternsPath,
        Duration patternsPoll,
        Optional<String> otlpEndpoint,
        boolean jsonLogs,
        int breakerFailures,
        Duration breakerWait,
        int retryAfterSeconds,
        Currency houseCurrency) {

    /** Where the service runs. */
    enum Environment {
        DEVELOPMENT,
        STAGING,
        PRODUCTION
    }

    private static final int SHORTEST_SECRET = 32;

    /** Faults that show only when settings are seen together; one sentence each, with the remedy. */
    List<String> contradictions() {
        List<String> faults = new ArrayList<>();
        Optional<String> jwtSecret = http.jwtSecret();
        jwtSecret
                .filter(secret -> secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET)
                .ifPresent(secret -> faults.add(
                        "AUTH_JWT_SECRET is shorter than " + SHORTEST_SECRET + " bytes; HS256 needs that many"));
        if (jwtSecret.isEmpty() && environment == Environment.PRODUCTION) {
            faults.add(
                    "ENVIRONMENT=production needs AUTH_JWT_SECRET; without it every caller would be the development user");
        }
        if (jwtSecret.isEmpty() && !isLoopback(http.host())) {
            faults.add("HOST=" + http.host() + " is reachable from outside; set AUTH_JWT_SECRET, or HOST=127.0.0.1");
        }
        if (environment == Environment.PRODUCTION && databaseUrl.isEmpty()) {
            faults.add("ENVIRONMENT=production needs DATABASE_URL; the embedded database is for development");
        }
        return faults;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
