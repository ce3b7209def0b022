package io.dawsos.pattern;

import static io.dawsos.pattern.TestingArgs.resolve;
import static io.dawsos.pattern.TestingArgs.value;
import static io.dawsos.pattern.TestingArgs.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates over seeded random paths. */
class ArgsTemplatePropertyTest {

    private static final List<String> NAMES = List.of(
            "inputs",
            "positions",
            "position",
            "json",
            "rates",
            "by_day",
            "maybe",
            "nowhere",
            "lots",
            "market_value",
            "ticker",
            "length",
            "a",
            "b",
            "sector",
            "weights",
            "by_currency",
            "USD",
            "2023-12-29",
            "nothing",
            "days");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20231229})
    void neverThrowsAndWholeTemplatesGiveWhatThePathHolds(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Scope scope = Scope.of(values());
        for (int i = 0; i < 2_000; i++) {
            String text = randomPath(random);
            Path path = Path.parse(text).orElseThrow();
            Object expected = path.resolve(scope);
            assertThat(value(text)).as("seed %d, path %s", seed, text).isEqualTo(expected);
            assertThat(resolve("{\"x\": \"-{{" + text + "}}\"}").get("x"))
                    .as("seed %d, path %s", seed, text)
                    .isEqualTo("-" + Texts.of(expected));
        }
    }

    private String randomPath(SplittableRandom random) {
        StringBuilder path = new StringBuilder(NAMES.get(random.nextInt(8)));
        int length = random.nextInt(5);
        for (int i = 0; i < length; i++) {
            path.append(
                    random.nextInt(3) == 0
                            ? "[" + random.nextInt(4) + "]"
                            : "." + NAMES.get(random.nextInt(NAMES.size())));
        }
        return path.toString();
    }
}
