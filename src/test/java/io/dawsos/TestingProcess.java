package io.dawsos;

import static io.dawsos.testing.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import java.io.File;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program as operators start it: a process of its own, with an environment of its own. */
final class TestingProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ADDRESS = Pattern.compile("DawsOS \\S+ on (http://\\S+)");

    private final Process process;
    private final Path output;

    private TestingProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static TestingProcess start(Map<String, String> environment, String... arguments) {
        return start(DawsApplication.class, environment, arguments);
    }

    /** Another program of the tests, on the same class path. */
    static TestingProcess start(Class<?> program, Map<String, String> environment, String... arguments) {
        try {
            Path output = Files.createTempFile("dawsos-process", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath(),
                            program.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.command().addAll(List.of(arguments));
            builder.environment().put("PORT", "0");
            builder.environment().put("BROKER_PORT", "0");
            builder.environment().putAll(environment);
            return new TestingProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the tests; an empty entry would be the working folder, with the routes in it a second time. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits for it to end by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running after " + PATIENCE + ":\n" + output());
        }
        return process.exitValue();
    }

    /** Waits until it says that it is ready; returns its address. */
    String address() {
        await().pollInterval(Duration.ofMillis(100))
                .until(() -> ADDRESS.matcher(output()).find() || !process.isAlive());
        Matcher ready = ADDRESS.matcher(output());
        if (ready.find()) {
            return ready.group(1);
        }
        throw new AssertionError("It ended before it was ready:\n" + output());
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    static HttpResponse<String> post(String url, String json) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
