package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code fixtures/patterns/valid} loads; every one in {@code fixtures/patterns/invalid} says exactly what {@code .expected.txt} beside it says. */
class PatternFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/patterns");

    private final PatternReader reader = new PatternReader(TestingCapabilities.rules());

    static Stream<Path> valid() {
        return files("valid");
    }

    static Stream<Path> invalid() {
        return files("invalid");
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void loads(Path file) throws IOException {
        assertThat(read(file).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void isRefusedWithEveryReasonAtOnce(Path file) throws IOException {
        PatternReader.Result result = read(file);
        assertThat(result.pattern()).isEmpty();
        String messages = result.problems().stream()
                .map(problem -> problem.pointer() + ": " + problem.message())
                .collect(Collectors.joining("\n", "", "\n"));
        Path expected = Path.of(file.toString().replace(".json", ".expected.txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(expected));
    }

    private PatternReader.Result read(Path file) throws IOException {
        return reader.read(new PatternFile(file.getFileName().toString(), Files.readAllBytes(file)));
    }
}
