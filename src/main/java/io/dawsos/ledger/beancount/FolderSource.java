package io.dawsos.ledger.beancount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of a folder; a link that leads out of the folder counts as no file. */
record FolderSource(Path folder) implements JournalSource {

    @Override
    public Optional<byte[]> read(String path) {
        Path file = folder.resolve(path);
        try {
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
