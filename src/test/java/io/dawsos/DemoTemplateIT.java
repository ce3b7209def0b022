package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.testing.TestingDatabase;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the other tests that begin with a copy rely on: it is whole, and a service that starts on it runs no night and imports nothing. */
class DemoTemplateIT {

    @Test
    void aServiceThatBeginsWithACopyFindsNothingToDo() {
        try (TestingDatabase copy = DemoTemplate.copy()) {
            Map<String, String> seeded = NightState.of(copy);
            assertThat(seeded.get("packs")).contains("20231229_v1");
            TestingService.start(Map.of("DATABASE_URL", copy.url().toString()), Clock.systemUTC())
                    .close();
            assertThat(NightState.of(copy)).isEqualTo(seeded);
        }
    }
}
