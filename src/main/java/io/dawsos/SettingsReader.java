package io.dawsos;

import io.dawsos.http.HttpSettings;
import io.dawsos.pricing.MoveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Reads {@link Settings}: the defaults of {@code application.properties}, overridden by the environment; names every fault at once. */
final class SettingsReader {

    private final Properties defaults;
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    private SettingsReader(Properties defaults, Map<String, String> environment) {
        this.defaults = defaults;
        this.environment = environment;
    }

    /** Throws {@link IllegalArgumentException} with one line per fault. */
    static Settings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(shippedDefaults(), environment);
        Settings settings = reader.settings();
        List<String> faults = new ArrayList<>(reader.faults);
        if (faults.isEmpty()) {
            faults.addAll(settings.contradictions());
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Settings: " + String.join("\nSettings: ", faults));
        }
        return settings;
    }

    static Properties shippedDefaults() {
        Properties properties = new Properties();
        try (InputStream file = Settings.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("application.properties cannot be read from the class path", e);
        }
    }

    private Settings settings() {
        Settings.Environment where = choice("environment", Settings.Environment.DEVELOPMENT);
        return new Settings(
                where,
                http(where),
                Path.of(text("dawsos.home")),
                optional("database.url")
                        .filter(url -> hasScheme("database.url", url, "postgresql", "postgres", "jdbc")),
                number("database.pool-size", 1, 500),
                optional("ledger.path").map(Path::of),
                packs(),
                optional("broker.url").filter(url -> hasScheme("broker.url", url, "tcp", "amqp", "amqps")),
                number("broker.port", 0, 65535),
                Duration.ofMillis(number("broker.redelivery-millis", 1, 3_600_000)),
                optional("patterns.path").map(Path::of),
                Duration.ofSeconds(number("patterns.poll-seconds", 0, 86_400)),
                optional("otlp.endpoint").filter(url -> hasScheme("otlp.endpoint", url, "http", "https")),
                optional("log.format").map("json"::equalsIgnoreCase).orElse(where == Settings.Environment.PRODUCTION),
                number("agent.breaker.failures", 1, 1000),
                Duration.ofSeconds(number("agent.breaker.wait-seconds", 1, 86_400)),
                number("freshness.retry-after-seconds", 1, 3600),
                parsed("house.currency", "an ISO 4217 code such as CAD", Currency::getInstance)
                        .orElseGet(() -> Currency.getInstance("CAD")),
                text("house.benchmark"),
                number("settlement.days", 0, 30),
                number("health.stale-days", 1, 365),
                optional("schedule.user").flatMap(set -> parsed("schedule.user", "a user's UUID", UUID::fromString)),
                night(),
                rights(where));
    }

    private Settings.Night night() {
        return new Settings.Night(
                parsed("nightly.zone", "a time zone such as America/Toronto", SettingsReader::zone)
                        .orElse(ZoneOffset.UTC),
                parsed("nightly.time", "a time such as 00:05", SettingsReader::time)
                        .orElse(LocalTime.MIDNIGHT),
                Duration.ofMinutes(number("nightly.deadline-minutes", 1, 600)));
    }

    /** Of the environment only the names of what is set are kept: by them the registry knows which licences are held. */
    private RightsSettings rights(Settings.Environment where) {
        SortedSet<String> variables = new TreeSet<>();
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                variables.add(name);
            }
        });
        boolean production = where == Settings.Environment.PRODUCTION;
        return new RightsSettings(
                optional("rights.registry").map(Path::of),
                optional("rights.profile").orElse(production ? Settings.PRODUCTION_RIGHTS : "staging"),
                variables,
                optional("export.audit-key"));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private HttpSettings http(Settings.Environment where) {
        List<String> origins = optional("cors.origins").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
        return new HttpSettings(
                text("host"),
                number("port", 0, 65535),
                number("http.max-body-bytes", 1024, 1 << 30),
                number("http.workers", 1, 10_000),
                executionThreads(),
                origins,
                optional("auth.jwt.secret").or(() -> optional("jwt.secret")),
                where == Settings.Environment.PRODUCTION);
    }

    /** Twice the processors where nothing is set: while some executions wait for the database, others compute. */
    private int executionThreads() {
        int set = number("execution.threads", 0, 10_000);
        return set > 0 ? set : Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    }

    private PackSettings packs() {
        List<UUID> operators = parsed(
                        "operators",
                        "ids of users, separated by commas",
                        text -> Arrays.stream(text.split(","))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .map(UUID::fromString)
                                .toList())
                .orElse(List.of());
        return new PackSettings(
                optional("market.path").map(Path::of),
                new MoveLimits(
                        number("market.max-move-percent", 1, 10_000) / 100.0,
                        number("market.max-rate-move-percent", 1, 10_000) / 100.0),
                operators);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private String text(String name) {
        String set = environment.get(variable(name));
        return set == null || set.isBlank() ? defaults.getProperty(name, "").strip() : set.strip();
    }

    private Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> parsed(String name, String expected, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text(name)));
        } catch (IllegalArgumentException e) {
            faults.add(variable(name) + " is '" + text(name) + "'; it must be " + expected);
            return Optional.empty();
        }
    }

    private int number(String name, int min, int max) {
        String expected = "a whole number from " + min + " to " + max;
        return parsed(name, expected, text -> {
                    int value = Integer.parseInt(text);
                    if (value < min || value > max) {
                        throw new IllegalArgumentException(text);
                    }
                    return value;
                })
                .orElse(min);
    }

    private Settings.Environment choice(String name, Settings.Environment fallback) {
        return parsed(
                        name,
                        "development, staging or production",
                        text -> Settings.Environment.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(fallback);
    }

    private boolean hasScheme(String name, String url, String... schemes) {
        String scheme = url.contains(":") ? url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT) : "";
        boolean known = Arrays.asList(schemes).contains(scheme) && isUri(url);
        if (!known) {
            // the value may hold a password: never repeat it
            faults.add(variable(name) + " must be a URL that begins with " + String.join(":// or ", schemes) + "://");
        }
        return known;
    }

    private static boolean isUri(String url) {
        try {
            return URI.create(url).getScheme() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
