package io.dawsos.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that one running program owns. The lock is the operating system's: it ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "dawsos.lock";

    /** Far behind the process id, which others must be able to read where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 20;

    /** Another program has the folder. */
    public static final class InUse extends IllegalStateException {

        private final String fact;

        private InUse(Path path, String owner) {
            super("The data folder " + path + " is in use by " + owner
                    + "; stop that one, or set DAWSOS_HOME to another folder");
            fact = "The data folder " + path + " is in use by " + owner;
        }

        /** What is so, without a remedy. */
        public String fact() {
            return fact;
        }
    }

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and locks it. Throws {@link IllegalStateException} with one sentence naming the folder; when
     * another program has it, it is an {@link InUse} with that program's process id.
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String owner = read(channel).map(pid -> "process " + pid).orElse("another process");
                channel.close();
                throw new InUse(path, owner);
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            closeAfter(channel, e);
            throw new IllegalStateException(
                    "The data folder " + path + " cannot be used: " + e
                            + "; make it writable, or set DAWSOS_HOME to another folder",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has it
        }
    }

    private static Optional<String> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(false);
    }

    private static void closeAfter(@Nullable FileChannel channel, IOException failure) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Lets the next program have it. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + path + " cannot be given back: " + e, e);
        }
    }
}
