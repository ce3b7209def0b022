package io.dawsos.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A git repository of journals that a test writes. */
public final class TestingLedgerFolder {

    private final Path folder;

    private TestingLedgerFolder(Path folder) {
        this.folder = folder;
    }

    public static TestingLedgerFolder create(Path folder) {
        try {
            Files.createDirectories(folder);
            Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()
                    .close();
            return new TestingLedgerFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestingLedgerFolder write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestingLedgerFolder write(String path, byte[] content) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that was written; returns the full hash. */
    public String commit() {
        try (Git git = Git.open(folder.toFile())) {
            git.add().addFilepattern(".").call();
            return git.commit()
                    .setMessage("Next")
                    .setAuthor("test", "test@example.com")
                    .setCommitter("test", "test@example.com")
                    .setSign(false)
                    .call()
                    .name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }
}
