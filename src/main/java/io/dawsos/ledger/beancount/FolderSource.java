package io.dawsos.ledger.beancount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Files of a folder; a link that leads out of the folder counts as no file. */
record FolderSource(Path folder) implements JournalSource {

    @Override
    public Optional<byte[]> read(String path) {
        Path file = folder.resolve(path);
        try {
            return isInside(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public OptionalLong size(String path) {
        Path file = folder.resolve(path);
        try {
            return isInside(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private boolean isInside(Path file) throws IOException {
        return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
    }
}
