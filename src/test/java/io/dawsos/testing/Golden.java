package io.dawsos.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file under {@code src/test/resources/golden} that holds what a test expects, to the character.
 * Run with {@code -Dgolden.update=true} to rewrite it, and read the difference before committing.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private final Path file;

    private Golden(Path file) {
        this.file = file;
    }

    /** The golden file at this path within the folder, for instance {@code capabilities/echo.json}. */
    public static Golden file(String path) {
        return new Golden(FOLDER.resolve(path));
    }

    /** Fails unless {@code actual} is the text of the file. */
    public void matches(String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual, StandardCharsets.UTF_8);
                return;
            }
            assertThat(file)
                    .as("golden file; write it with -Dgolden.update=true")
                    .isRegularFile();
            assertThat(actual)
                    .as("%s; rewrite it with -Dgolden.update=true if the change is wanted", file)
                    .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
