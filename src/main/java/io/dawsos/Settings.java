package io.dawsos;

import io.dawsos.http.HttpSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything an operator can set, checked. {@link SettingsReader} makes it from {@code application.properties} and the environment.
 *
 * @param databaseUrl empty runs the embedded database
 * @param ledgerPath empty takes the demo ledger
 * @param packs what packs are built from
 * @param brokerUrl empty runs the embedded broker
 * @param settlementDays weekdays from a trade to its settlement, where the trade does not state the day
 * @param staleDays business days after which a price, a rate or the newest pack is stale
 * @param scheduleUser on whose behalf schedules run while tokens are asked for
 * @param rights what exports go by
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
        Currency houseCurrency,
        String houseBenchmark,
        int settlementDays,
        int staleDays,
        Optional<UUID> scheduleUser,
        Night night,
        RightsSettings rights) {

    /** Where the service runs. */
    enum Environment {
        DEVELOPMENT,
        STAGING,
        PRODUCTION
    }

    /**
     * When nights run.
     *
     * @param zone where {@code start} is meant
     * @param deadline how long after the start the pack must be fresh
     */
    record Night(ZoneId zone, LocalTime start, Duration deadline) {}

    private static final int SHORTEST_SECRET = 32;

    /** The profile of the rights registry that holds where the environment is production. */
    static final String PRODUCTION_RIGHTS = "production";

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
        faults.addAll(contradictionsOfExports());
        return faults;
    }

    private List<String> contradictionsOfExports() {
        List<String> faults = new ArrayList<>();
        if (environment == Environment.PRODUCTION && rights.auditKey().isEmpty()) {
            faults.add("ENVIRONMENT=production needs EXPORT_AUDIT_KEY; with it the audit of exports is signed");
        }
        if (environment == Environment.PRODUCTION && !rights.profile().equals(PRODUCTION_RIGHTS)) {
            faults.add("RIGHTS_PROFILE=" + rights.profile()
                    + " is not for ENVIRONMENT=production; exports there go by the profile production");
        }
        rights.auditKey()
                .filter(key -> key.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET)
                .ifPresent(key -> faults.add(
                        "EXPORT_AUDIT_KEY is shorter than " + SHORTEST_SECRET + " bytes; HMAC-SHA256 needs that many"));
        return faults;
    }

    /** Why no pattern may run by itself: while tokens are asked for, somebody must answer for what it does. */
    Optional<String> noSchedules() {
        return http.jwtSecret().isPresent() && scheduleUser.isEmpty()
                ? Optional.of(
                        "runs by itself on nobody's behalf; set SCHEDULE_USER to a user's UUID, or remove the schedule")
                : Optional.empty();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
