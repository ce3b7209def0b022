package io.dawsos;

import io.dawsos.testing.TestingDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The real service inside the test: demo data, embedded broker, free ports, a database and a data folder that nobody else has. */
final class TestingService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Service service;
    private final Optional<Path> temporaryHome;
    private final Optional<TestingDatabase> demo;

    private TestingService(Service service, Optional<Path> temporaryHome, Optional<TestingDatabase> demo) {
        this.service = service;
        this.temporaryHome = temporaryHome;
        this.demo = demo;
    }

    /** One for all tests of this JVM that leave nothing behind which could disturb others; it stops with the JVM. */
    static TestingService shared() {
        return Shared.SERVICE;
    }

    /**
     * One of its own, to be closed; {@code env} overrides the settings. Where they name neither a {@code DATABASE_URL} nor a
     * {@code DAWSOS_HOME}, it begins with a copy of {@link DemoTemplate}; else with what is there. A {@code DAWSOS_HOME} is kept after the end.
     */
    static TestingService start(Map<String, String> env, Clock clock) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("PORT", "0");
        all.put("BROKER_PORT", "0");
        all.putAll(env);
        Optional<Path> temporary = all.containsKey("DAWSOS_HOME") ? Optional.empty() : Optional.of(newHome());
        temporary.ifPresent(home -> all.put("DAWSOS_HOME", home.toString()));
        boolean given = env.containsKey("DATABASE_URL") || env.containsKey("DAWSOS_HOME");
        Optional<TestingDatabase> demo = given ? Optional.empty() : Optional.of(DemoTemplate.copy());
        demo.ifPresent(copy -> all.put("DATABASE_URL", copy.url().toString()));
        return new TestingService(Service.start(SettingsReader.read(all), clock, false), temporary, demo);
    }

    Service service() {
        return service;
    }

    /** Its data folder. */
    Path home() {
        return service.wiring().settings.home();
    }

    String address() {
        return service.address();
    }

    String brokerUrl() {
        return service.brokerUrl();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Posts JSON. */
    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request + " is not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        demo.ifPresent(TestingDatabase::close);
    }

    private void stop() {
        service.close();
        temporaryHome.ifPresent(TestingService::delete);
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("dawsos-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when first asked for. */
    private static final class Shared {

        private static final TestingService SERVICE = start(Map.of(), Clock.systemUTC());

        static {
            // its database ends with the server, which stops at the same time
            Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::stop, "end of the shared service"));
        }
    }
}
