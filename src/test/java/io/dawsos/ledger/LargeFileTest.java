package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import io.dawsos.ledger.beancount.JournalSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An included file that is one line of 100 MB. */
class LargeFileTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private void write() {
        byte[] part = new byte[MEGABYTE];
        Arrays.fill(part, (byte) '9');
        try (OutputStream out = Files.newOutputStream(folder.resolve("large.beancount"))) {
            for (int i = 0; i < 100; i++) {
                out.write(part);
            }
            Files.writeString(folder.resolve("main.beancount"), TestingJournal.HEAD + """
                    include "large.beancount"
                    2024-01-02 nonsense
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(JournalSource source) {
        try {
            Journals.read(source, "main.beancount", "0");
        } catch (JournalException e) {
            return e.faults().stream().map(JournalFault::toString).toList();
        }
        throw new AssertionError("It was read");
    }

    private static void isRefusedUnread(JournalSource source) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        List<String> faults = faults(source);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(faults).hasSize(2);
        assertThat(faults.get(0))
                .isEqualTo("large.beancount:1: the file has 104857600 bytes; at most 33554432 are supported");
        assertThat(faults.get(1)).startsWith("main.beancount:16: unknown directive 'nonsense'");
        assertThat(allocated).as("bytes allocated").isLessThan(16L * MEGABYTE);
    }

    @Test
    void inAFolderIsRefusedUnread() {
        write();
        isRefusedUnread(JournalSource.directory(folder));
    }

    @Test
    void inACommitIsRefusedUnread() throws GitAPIException {
        write();
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.getRepository().getConfig().setInt("core", null, "compression", 1);
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("Large")
                    .setAuthor("test", "test@example.com")
                    .setCommitter("test", "test@example.com")
                    .setSign(false)
                    .call();
        }
        try (LedgerRepository ledger = LedgerRepository.open(folder)) {
            JournalSource commit = ledger.at(ledger.head());
            assertThat(commit.read("main.beancount").map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                    .hasValueSatisfying(text -> assertThat(text).contains("large.beancount"));
            isRefusedUnread(commit);
        }
    }
}
