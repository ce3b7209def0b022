package io.dawsos.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The registry that holds now. A reload that finds it broken leaves the one before in force. */
public final class RightsBook {

    static final String RESOURCE = "ops/RIGHTS_REGISTRY.yaml";

    private final Optional<Path> file;
    private volatile RightsRegistry current;

    private RightsBook(Optional<Path> file) {
        this.file = file;
        this.current = read(file);
    }

    /**
     * Reads it.
     *
     * @param file where it lies; empty takes the one that comes with the program
     * @throws InvalidRegistry when it is broken or not there
     */
    public static RightsBook open(Optional<Path> file) {
        return new RightsBook(file);
    }

    public RightsRegistry current() {
        return current;
    }

    /** Reads it again, and returns what holds from now on; throws {@link InvalidRegistry} and changes nothing when it is broken. */
    public RightsRegistry reload() {
        RightsRegistry read = read(file);
        current = read;
        return read;
    }

    private static RightsRegistry read(Optional<Path> file) {
        String name = file.map(Path::toString).orElse("RIGHTS_REGISTRY.yaml");
        return RegistryReader.read(name, file.map(RightsBook::bytes).orElseGet(RightsBook::shipped));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidRegistry(List.of(file + ":1: cannot be read; correct RIGHTS_REGISTRY"));
        }
    }

    private static byte[] shipped() {
        try (InputStream resource = RightsBook.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
