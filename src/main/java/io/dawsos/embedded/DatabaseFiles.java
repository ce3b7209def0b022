package io.dawsos.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What the embedded PostgreSQL keeps in the data folder: its program, its data, its port and its password. */
final class DatabaseFiles {

    private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

    private final Path home;
    private int port;

    DatabaseFiles(Path home) {
        this.home = home;
    }

    Path programs() {
        return home.resolve("program");
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path passwordFile() {
        return home.resolve("password");
    }

    private Path portFile() {
        return home.resolve("port");
    }

    private Path finishedFile() {
        return home.resolve("initialised");
    }

    void prepare() throws IOException {
        Files.createDirectories(programs());
        if (!Files.exists(passwordFile())) {
            if (Files.exists(finishedFile())) {
                throw new IllegalStateException(
                        "the file " + passwordFile() + " is missing; put it back from a backup");
            }
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(passwordFile(), ownerOnly());
            Files.writeString(passwordFile(), HexFormat.of().formatHex(secret) + "\n");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : NO_ATTRIBUTES;
    }

    String password() {
        return read(passwordFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A first start that was cut short leaves a half-made cluster without anything in it. */
    void removeUnfinished() throws IOException {
        if (Files.exists(finishedFile()) || !Files.exists(data())) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(data())) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    void markFinished() throws IOException {
        if (!Files.exists(finishedFile())) {
            Files.createFile(finishedFile());
        }
    }

    /** Only over the loopback address and with the password; the cluster is made with trust, so this is written before every start. */
    void requirePassword() {
        try {
            Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of the last start if it is free, else any free one, remembered from now on. */
    int choosePort() throws IOException {
        int remembered = Files.exists(portFile()) ? Integer.parseInt(read(portFile())) : 0;
        port = bindable(remembered).orElse(0);
        if (port == 0) {
            port = bindable(0).orElseThrow(() -> new IOException("no port of 127.0.0.1 is free"));
        }
        if (port != remembered) {
            Files.writeString(portFile(), port + "\n");
        }
        return port;
    }

    private static OptionalInt bindable(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (IOException e) {
            return OptionalInt.empty(); // someone else has it
        }
    }

    /** Port chosen for this start. */
    int port() {
        return port;
    }
}
