package io.dawsos.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The furthest row of the chain that this service has seen, kept in its data folder and signed: what the database cannot take back.
 * It only ever moves on, and it never runs ahead of the database: whoever keeps a head has seen it committed.
 * One running program keeps it; others may read it.
 */
public final class HeadFile {

    static final String NAME = "export-audit.head";

    private final Path file;
    private final AuditKey key;
    private final Optional<String> fault;
    private Optional<AuditHead> head;

    private HeadFile(Path file, AuditKey key, Optional<AuditHead> head, Optional<String> fault) {
        this.file = file;
        this.key = key;
        this.head = head;
        this.fault = fault;
    }

    /** That of a data folder. A file that cannot be read, or that was signed by somebody else, is a {@link #fault}. */
    public static HeadFile in(Path folder, AuditKey key) {
        Path file = folder.toAbsolutePath().normalize().resolve(NAME);
        if (!Files.exists(file)) {
            return new HeadFile(file, key, Optional.empty(), Optional.empty());
        }
        Optional<AuditHead> kept = read(file, key);
        return new HeadFile(
                file,
                key,
                kept,
                kept.isPresent()
                        ? Optional.empty()
                        : Optional.of("the file " + NAME
                                + " in the data folder does not bear the signature of EXPORT_AUDIT_KEY"));
    }

    private static Optional<AuditHead> read(Path file, AuditKey key) {
        try {
            String[] parts =
                    Files.readString(file, StandardCharsets.UTF_8).strip().split(" ", -1);
            return parts.length == 2 ? key.verified(AuditHead.parse(parts[0]), parts[1]) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The row; empty when none was kept yet. */
    public synchronized Optional<AuditHead> head() {
        return head;
    }

    /** Why the file says nothing. It is left as it is. */
    public Optional<String> fault() {
        return fault;
    }

    /** Keeps a row that was committed, on the disk when this returns; one that is not further than the last changes nothing. */
    public synchronized void keep(AuditRow row) {
        if (fault.isPresent() || row.seq() <= head.map(AuditHead::seq).orElse(0L)) {
            return;
        }
        AuditHead next = AuditHead.of(row);
        try {
            write(next + " " + key.signature(next) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the audit of exports cannot be kept in " + file, e);
        }
        head = Optional.of(next);
    }

    /** Whole or not at all, also when the power fails. */
    private void write(String text) throws IOException {
        Path draft = file.resolveSibling(NAME + ".part");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
