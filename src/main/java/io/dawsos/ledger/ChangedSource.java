package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalSource;
import java.util.Optional;

/** The files of a source as they would be with another content of one of them. */
final class ChangedSource implements JournalSource {

    private final JournalSource unchanged;
    private final String path;
    private final byte[] content;

    ChangedSource(JournalSource unchanged, String path, byte[] content) {
        this.unchanged = unchanged;
        this.path = path;
        this.content = content.clone();
    }

    @Override
    public Optional<byte[]> read(String file) {
        return file.equals(path) ? Optional.of(content) : unchanged.read(file);
    }
}
