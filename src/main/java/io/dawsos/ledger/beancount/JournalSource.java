package io.dawsos.ledger.beancount;

import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a journal lie: a folder, or the tree of a git commit. */
public interface JournalSource {

    /**
     * The bytes of a file; empty when there is no such file.
     *
     * @param path relative to the root, {@code /} between its parts, without {@code .} and {@code ..}
     * @throws java.io.UncheckedIOException when the file exists and cannot be read
     */
    Optional<byte[]> read(String path);

    /** The files below a folder. */
    static JournalSource directory(Path folder) {
        return new FolderSource(folder);
    }
}
