package io.dawsos;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.failure.Failure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two agents behind their breakers, in the routes as they are shipped. */
abstract class TestingBreakers {

    final TestingAgents agents = new TestingAgents();
    TestingEngine engine;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        engine = new TestingEngine(TestingAgents.patterns(folder), TestingEngine.unobserved(), agents.all());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    Failure failureOf(String pattern) {
        return catchThrowableOfType(Failure.class, () -> engine.execute(pattern, Map.of()));
    }
}
