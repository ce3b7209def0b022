package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.execution.ExecutionResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pattern changes while it runs. */
class VersionsInFlightTest {

    private final TestingAgents agents = new TestingAgents();

    @Test
    void aRunFinishesOnTheVersionThatItBeganWith(@TempDir Path folder) throws Exception {
        TestingAgents.patterns(folder);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        agents.behave(text -> {
            begun.countDown();
            assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
            return text;
        });
        try (TestingEngine engine = new TestingEngine(folder, TestingEngine.unobserved(), agents.all())) {
            CompletableFuture<ExecutionResponse> old =
                    CompletableFuture.supplyAsync(() -> engine.execute("story", Map.of()));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            Path file = folder.resolve("story.json");
            Files.writeString(file, Files.readString(file).replace("\"default\":\"hi\"", "\"default\":\"bye\""));
            engine.reload();
            int routes = engine.camel().getRoutesSize();
            engine.clock.advance(Duration.ofMinutes(1));
            engine.sweep();
            assertThat(engine.camel().getRoutesSize())
                    .as("the old version is still run on")
                    .isEqualTo(routes);
            changed.countDown();
            assertThat(text(old.get(20, TimeUnit.SECONDS))).contains("\"hi\"").doesNotContain("\"bye\"");
            assertThat(text(engine.execute("story", Map.of()))).contains("\"bye\"");
            engine.sweep();
            assertThat(engine.camel().getRoutesSize())
                    .as("the old version is gone")
                    .isEqualTo(routes - 1);
        }
    }

    private static String text(ExecutionResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
