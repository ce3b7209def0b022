package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvnw} with a search path of its own and an archive on this machine: nothing is fetched from outside. */
@DisabledOnOs(OS.WINDOWS)
class MavenWrapperTest {

    private static final String PINNED = "apache-maven-3.9.11";

    private static final List<String> TOOLS = List.of(
            "cat",
            "curl",
            "cut",
            "gzip",
            "mkdir",
            "mktemp",
            "mv",
            "rm",
            "sed",
            "sh",
            "sha512sum",
            "shasum",
            "tar",
            "wget");

    @TempDir
    private Path folder;

    private Path tools;
    private Path script;
    private HttpServer archive;
    private byte[] published = {};

    @BeforeEach
    void prepare() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            pass(tool);
        }
        executable(tools.resolve("java"), "#!/bin/sh\n");
        script = Files.copy(Path.of("mvnw"), folder.resolve("mvnw"));
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/3.9.11/binaries/" + PINNED + "-bin.tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        archive.start();
    }

    @AfterEach
    void stop() {
        archive.stop(0);
    }

    private void pass(String tool) throws IOException {
        for (String place : System.getenv("PATH").split(":", -1)) {
            Path program = Path.of(place, tool);
            if (Files.isExecutable(program)) {
                executable(tools.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
                return;
            }
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void install(String version) throws IOException {
        executable(
                tools.resolve("mvn"),
                "#!/bin/sh\ncase \"$*\" in *--version) echo 'Apache Maven " + version + " (built)' ;;"
                        + " *) echo \"installed $*\" ;; esac\n");
    }

    /** What the archive serves; the script is told its checksum in place of the real one. */
    private void publish() throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            byte[] text = "#!/bin/sh\necho \"fetched $*\"\n".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry program = new TarArchiveEntry(PINNED + "/bin/mvn");
            program.setSize(text.length);
            program.setMode(0b111_101_101);
            tar.putArchiveEntry(program);
            tar.write(text);
            tar.closeArchiveEntry();
        }
        published = bytes.toByteArray();
        String checksum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(published));
        Files.writeString(script, Files.readString(script).replaceFirst("sha512=[0-9a-f]{128}", "sha512=" + checksum));
    }

    private record Result(int exitCode, String output) {}

    private Result run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("/bin/sh", script.toString()), Stream.of(arguments))
                                .toList())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment()
                .put("MVNW_ARCHIVE", "http://127.0.0.1:" + archive.getAddress().getPort());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), output);
    }

    private List<String> kept() throws IOException {
        Path dists = folder.resolve(".m2/wrapper/dists");
        try (Stream<Path> paths = Files.list(dists)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theInstalledMavenIsTakenWhenItIsNewEnough() throws Exception {
        for (String version : List.of("3.8.7", "3.9.9", "3.10.1", "4.0.0-rc-4")) {
            install(version);
            assertThat(run("-q", "verify")).as(version).isEqualTo(new Result(0, "installed -q verify\n"));
        }
        assertThat(folder.resolve(".m2")).doesNotExist();
    }

    @Test
    void aPinnedMavenIsFetchedOnceWhenTheInstalledOneIsTooOld() throws Exception {
        install("3.6.3");
        publish();
        assertThat(run("verify").output())
                .contains("mvnw: fetching Maven 3.9.11 from http")
                .endsWith("fetched verify\n");
        assertThat(run("verify")).isEqualTo(new Result(0, "fetched verify\n"));
        assertThat(kept()).containsExactly(PINNED);
    }

    @Test
    void aPinnedMavenIsFetchedWhenNoneIsInstalled() throws Exception {
        publish();
        assertThat(run("-v").output()).endsWith("fetched -v\n");
    }

    @Test
    void anArchiveThatIsNotThePublishedOneIsRefusedAndNotKept() throws Exception {
        published = "something else".getBytes(StandardCharsets.UTF_8);
        Result refused = run("verify");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("is not the published file: its SHA-512 is ");
        assertThat(kept()).isEmpty();
    }

    @Test
    void anArchiveThatCannotBeReachedIsNamedWithTheRemedy() throws Exception {
        archive.removeContext("/3.9.11/binaries/" + PINNED + "-bin.tar.gz");
        Result refused = run("verify");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains(PINNED + "-bin.tar.gz cannot be fetched; install Maven, or set MVNW_ARCHIVE to a mirror");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aMissingJavaIsTold() throws Exception {
        Files.delete(tools.resolve("java"));
        Result refused = run("verify");
        assertThat(refused)
                .isEqualTo(new Result(1, "mvnw: Java is not installed; install a JDK from 17 on, or set JAVA_HOME\n"));
    }
}
