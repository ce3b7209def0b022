package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One commit or nothing, whatever goes wrong. */
class LedgerCommitsTest {

    private static final Instant WHEN = Instant.parse("2024-01-02T03:04:05Z");
    private static final String NEW = "portfolios/new.beancount";

    @TempDir
    private Path temp;

    private Path folder;
    private LedgerRepository ledger;
    private String head;

    @BeforeEach
    void create() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("main.beancount", bytes("; main\n"));
        files.put("years/2023.beancount", bytes("; year\n"));
        folder = temp.resolve("ledger");
        ledger = LedgerRepository.initialise(folder, files, WHEN);
        head = ledger.head();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LedgerChange change(String head, String path, String content) {
        return new LedgerChange(head, path, bytes(content), "What\n\nPortfolio: p\n", WHEN);
    }

    private static String text(LedgerRepository repository, String path) {
        return repository
                .at(repository.head())
                .read(path)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElse("absent");
    }

    private boolean isClean() throws IOException, GitAPIException {
        try (Git git = Git.open(folder.toFile())) {
            return git.status().call().isClean();
        }
    }

    private void isRefused(LedgerChange change, String sentence) {
        assertThatThrownBy(() -> ledger.commit(change)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.reason()).isEqualTo(FailureReason.LEDGER_NOT_WRITABLE);
            assertThat(failure.detail()).contains(sentence).doesNotContain(temp.toString());
        });
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(folder.resolve("portfolios/new.beancount")).doesNotExist();
        assertThat(folder.resolve("portfolios/new.beancount.dawsos-new")).doesNotExist();
    }

    @Nested
    class ACommit {

        @Test
        void changesOneFileAndTheWorkTreeFollows() throws IOException, GitAPIException {
            String commit = ledger.commit(change(head, "main.beancount", "; more\n"));
            assertThat(ledger.head()).isEqualTo(commit);
            assertThat(text(ledger, "main.beancount")).isEqualTo("; more\n");
            assertThat(text(ledger, "years/2023.beancount")).isEqualTo("; year\n");
            assertThat(folder.resolve("main.beancount")).hasContent("; more\n");
            assertThat(isClean()).isTrue();
        }

        @Test
        void canAddAFileInANewFolder() throws IOException, GitAPIException {
            ledger.commit(change(head, NEW, "; new\n"));
            assertThat(text(ledger, NEW)).isEqualTo("; new\n");
            assertThat(folder.resolve(NEW)).hasContent("; new\n");
            assertThat(isClean()).isTrue();
        }

        @Test
        void saysWhoAndWhat() throws IOException, GitAPIException {
            ledger.commit(change(head, NEW, "; new\n"));
            try (Git git = Git.open(folder.toFile())) {
                RevCommit commit = git.log().setMaxCount(1).call().iterator().next();
                assertThat(commit.getFullMessage()).isEqualTo("What\n\nPortfolio: p\n");
                assertThat(commit.getAuthorIdent().getName()).isEqualTo("DawsOS");
                assertThat(commit.getAuthorIdent().getWhenAsInstant()).isEqualTo(WHEN);
                assertThat(commit.getParent(0).name()).isEqualTo(head);
            }
        }

        @Test
        void worksInABareRepository() throws GitAPIException {
            Path bare = temp.resolve("bare.git");
            Git.cloneRepository()
                    .setURI(folder.toUri().toString())
                    .setDirectory(bare.toFile())
                    .setBare(true)
                    .call()
                    .close();
            try (LedgerRepository repository = LedgerRepository.open(bare)) {
                String commit = repository.commit(change(head, NEW, "; new\n"));
                assertThat(repository.head()).isEqualTo(commit);
                assertThat(text(repository, NEW)).isEqualTo("; new\n");
                assertThat(text(repository, "main.beancount")).isEqualTo("; main\n");
            }
        }
    }

    @Nested
    class NothingIsChangedWhen {

        @Test
        void somebodyElseHasCommitted() {
            String theirs = ledger.commit(change(head, "main.beancount", "; theirs\n"));
            assertThatThrownBy(() -> ledger.commit(change(head, NEW, "; ours\n")))
                    .isInstanceOf(HeadMoved.class);
            assertThat(ledger.head()).isEqualTo(theirs);
            assertThat(text(ledger, NEW)).isEqualTo("absent");
            assertThat(folder.resolve(NEW)).doesNotExist();
        }

        @Test
        void theWorkTreeHoldsUncommittedWork() throws IOException {
            Files.writeString(folder.resolve("main.beancount"), "; by hand\n");
            isRefused(change(head, NEW, "; new\n"), "changes that are not committed: main.beancount");
            assertThat(folder.resolve("main.beancount")).hasContent("; by hand\n");
        }

        @Test
        void anUntrackedFileLiesWhereTheNewOneShallGo() throws IOException {
            Files.writeString(folder.resolve("other.beancount"), "; by hand\n");
            assertThatThrownBy(() -> ledger.commit(change(head, "other.beancount", "; new\n")))
                    .hasMessageContaining("other.beancount");
            assertThat(folder.resolve("other.beancount")).hasContent("; by hand\n");
            assertThat(ledger.head()).isEqualTo(head);
        }

        @Test
        void anotherGitHoldsTheIndex() throws IOException {
            Files.createFile(folder.resolve(".git/index.lock"));
            isRefused(change(head, NEW, "; new\n"), "index.lock");
        }

        @Test
        void theBranchCannotBeMoved() throws IOException, GitAPIException {
            Path lock = Files.createFile(folder.resolve(".git/refs/heads/main.lock"));
            isRefused(change(head, NEW, "; new\n"), "locked or cannot be written");
            Files.delete(lock);
            assertThat(isClean()).isTrue();
            ledger.commit(change(head, NEW, "; new\n"));
            assertThat(isClean()).isTrue();
        }

        @Test
        void thereIsNoRoomForObjects() throws IOException, GitAPIException {
            blockObjects();
            isRefused(change(head, NEW, "; new\n"), "cannot be written, nothing was changed");
            assertThat(isClean()).isTrue();
        }

        /** A file where each missing folder of objects would be made: nobody, not even root, can store one. */
        private void blockObjects() throws IOException {
            for (int i = 0; i < 256; i++) {
                Path fan = folder.resolve(".git/objects").resolve(String.format("%02x", i));
                if (!Files.exists(fan)) {
                    Files.createFile(fan);
                }
            }
        }

        @Test
        void theHeadShowsNoBranch() throws IOException, GitAPIException {
            try (Git git = Git.open(folder.toFile())) {
                git.checkout().setName(head).call();
            }
            isRefused(change(head, NEW, "; new\n"), "detached HEAD");
        }
    }
}
