package io.dawsos.ledger.beancount;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the files of a journal lie: a folder, or the tree of a git commit. */
public interface JournalSource {

    /**
     * The bytes of a file; empty when there is no such file.
     *
     * @param path relative to the root, {@code /} between its parts, without {@code .} and {@code ..}
     * @throws java.io.UncheckedIOException when the file exists and cannot be read
     */
    Optional<byte[]> read(String path);

    /**
     * How many bytes a file has; empty when there is no such file. Sources of large files tell without reading them, so that a file beyond
     * the limit costs no memory.
     */
    default OptionalLong size(String path) {
        return read(path).map(bytes -> OptionalLong.of(bytes.length)).orElseGet(OptionalLong::empty);
    }

    /** The files below a folder. */
    static JournalSource directory(Path folder) {
        return new FolderSource(folder);
    }
}
