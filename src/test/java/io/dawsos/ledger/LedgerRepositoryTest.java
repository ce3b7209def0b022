package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRepositoryTest {

    private static final Instant WHEN = Instant.parse("2024-01-02T03:04:05Z");

    @TempDir
    Path temp = Path.of("");

    private static SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("main.beancount", "include \"years/2024.beancount\"\r\n".getBytes(StandardCharsets.UTF_8));
        files.put("years/2024.beancount", "; nothing yet\n".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String text(LedgerRepository ledger, String commit, String path) {
        return new String(ledger.at(commit).read(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Nested
    class ANewRepository {

        @Test
        void hasTheSameCommitOnEveryMachine() {
            try (LedgerRepository one = LedgerRepository.initialise(temp.resolve("one"), files(), WHEN);
                    LedgerRepository two = LedgerRepository.initialise(temp.resolve("a/b/two"), files(), WHEN)) {
                // as git itself hashes these files, author, time and message
                assertThat(one.head()).isEqualTo("c940408b76de2fac4f47b99bf28c2f16be8311c1");
                assertThat(two.head()).isEqualTo(one.head());
            }
        }

        @Test
        void holdsTheFilesInCommitAndWorkTree() throws IOException {
            Path folder = temp.resolve("ledger");
            try (LedgerRepository ledger = LedgerRepository.initialise(folder, files(), WHEN)) {
                assertThat(text(ledger, ledger.head(), "main.beancount"))
                        .isEqualTo("include \"years/2024.beancount\"\r\n");
                assertThat(folder.resolve("years/2024.beancount")).hasContent("; nothing yet\n");
            }
        }

        @Test
        void isCleanAndOnBranchMain() throws IOException, GitAPIException {
            Path folder = temp.resolve("ledger");
            LedgerRepository.initialise(folder, files(), WHEN).close();
            try (Git git = Git.open(folder.toFile())) {
                assertThat(git.status().call().isClean()).isTrue();
                assertThat(git.getRepository().getFullBranch()).isEqualTo("refs/heads/main");
                RevCommit commit = git.log().call().iterator().next();
                assertThat(commit.getParentCount()).isZero();
                assertThat(commit.getAuthorIdent().toExternalString())
                        .isEqualTo("DawsOS Demo <demo@dawsos.invalid> 1704164645 +0000");
                assertThat(commit.getCommitterIdent()).isEqualTo(commit.getAuthorIdent());
            }
        }

        @Test
        void isLeftAloneWhenItExists() throws IOException, GitAPIException {
            Path folder = temp.resolve("ledger");
            LedgerRepository.initialise(folder, files(), WHEN).close();
            String second = commit(folder, "main.beancount", "; changed\n");
            try (LedgerRepository again = LedgerRepository.initialise(folder, files(), WHEN)) {
                assertThat(again.head()).isEqualTo(second);
                assertThat(folder.resolve("main.beancount")).hasContent("; changed\n");
            }
        }

        @Test
        void isFinishedWhenTheFirstAttemptWasBrokenOff() throws IOException, GitAPIException {
            Path folder = temp.resolve("ledger");
            Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()
                    .close();
            Files.write(folder.resolve("main.beancount"), files().get("main.beancount"));
            try (LedgerRepository ledger = LedgerRepository.initialise(folder, files(), WHEN);
                    LedgerRepository other = LedgerRepository.initialise(temp.resolve("other"), files(), WHEN)) {
                assertThat(ledger.head()).isEqualTo(other.head());
            }
        }

        @Test
        void neverOverwritesSomebodysFiles() throws IOException, GitAPIException {
            Path folder = temp.resolve("ledger");
            Git.init().setDirectory(folder.toFile()).call().close();
            Files.writeString(folder.resolve("main.beancount"), "; mine\n");
            assertThatIllegalStateException()
                    .isThrownBy(() -> LedgerRepository.initialise(folder, files(), WHEN))
                    .withMessage("The ledger folder " + folder
                            + " holds main.beancount and has no commit; commit it with git, or empty the folder");
            assertThat(folder.resolve("main.beancount")).hasContent("; mine\n");
        }
    }

    @Nested
    class ACommit {

        @Test
        void staysReadableAfterTheNext() throws IOException, GitAPIException {
            Path folder = temp.resolve("ledger");
            try (LedgerRepository ledger = LedgerRepository.initialise(folder, files(), WHEN)) {
                String first = ledger.head();
                String second = commit(folder, "years/2024.beancount", "; something\n");
                assertThat(ledger.head()).isEqualTo(second).isNotEqualTo(first);
                assertThat(text(ledger, first, "years/2024.beancount")).isEqualTo("; nothing yet\n");
                assertThat(text(ledger, second, "years/2024.beancount")).isEqualTo("; something\n");
            }
        }

        @Test
        void doesNotShowTheWorkTree() throws IOException {
            Path folder = temp.resolve("ledger");
            try (LedgerRepository ledger = LedgerRepository.initialise(folder, files(), WHEN)) {
                Files.writeString(folder.resolve("years/2024.beancount"), "; edited\n");
                Files.writeString(folder.resolve("new.beancount"), "; new\n");
                assertThat(text(ledger, ledger.head(), "years/2024.beancount")).isEqualTo("; nothing yet\n");
                assertThat(ledger.at(ledger.head()).read("new.beancount")).isEmpty();
                assertThat(ledger.at(ledger.head()).read("years")).isEmpty();
            }
        }

        @Test
        void thatIsUnknownIsNamed() {
            Path folder = temp.resolve("ledger");
            try (LedgerRepository ledger = LedgerRepository.initialise(folder, files(), WHEN)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ledger.at("1".repeat(40)))
                        .withMessage("The ledger repository " + folder + " has no commit " + "1".repeat(40));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ledger.at("HEAD"))
                        .withMessage("'HEAD' is not the full hash of a commit");
            }
        }
    }

    @Nested
    class Opening {

        @Test
        void aFolderWithoutGitIsRefused() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> LedgerRepository.open(temp))
                    .withMessage("The ledger folder " + temp + " is not a git repository; create one there (git init,"
                            + " git commit) or point to another folder");
        }

        @Test
        void aRepositoryWithoutACommitIsRefused() throws GitAPIException {
            Git.init().setDirectory(temp.toFile()).call().close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> LedgerRepository.open(temp))
                    .withMessage("The ledger repository " + temp + " has no commit; commit the journal first");
        }

        @Test
        void aFolderInsideARepositoryIsNotTheRepository() {
            LedgerRepository.initialise(temp.resolve("ledger"), files(), WHEN).close();
            assertThatIllegalStateException().isThrownBy(() -> LedgerRepository.open(temp.resolve("ledger/years")));
        }

        @Test
        void aBareRepositoryWorks() throws GitAPIException {
            String head;
            try (LedgerRepository ledger = LedgerRepository.initialise(temp.resolve("ledger"), files(), WHEN)) {
                head = ledger.head();
            }
            Git.cloneRepository()
                    .setURI(temp.resolve("ledger").toUri().toString())
                    .setDirectory(temp.resolve("bare.git").toFile())
                    .setBare(true)
                    .call()
                    .close();
            try (LedgerRepository bare = LedgerRepository.open(temp.resolve("bare.git"))) {
                assertThat(bare.head()).isEqualTo(head);
                assertThat(text(bare, head, "years/2024.beancount")).isEqualTo("; nothing yet\n");
            }
        }
    }

    @Test
    void theMachinesConfigurationIsNotRead() {
        LedgerRepository.initialise(temp.resolve("ledger"), files(), WHEN).close();
        SystemReader machine = SystemReader.getInstance();
        Config none = new Config();
        assertThat(machine.openUserConfig(none, FS.DETECTED).getFile()).isNull();
        assertThat(machine.openSystemConfig(none, FS.DETECTED).getFile()).isNull();
        assertThat(machine.openJGitConfig(none, FS.DETECTED).getFile()).isNull();
        assertThat(System.getenv("PATH")).isNotNull();
        assertThat(machine.getenv("PATH")).isNull();
    }

    @Test
    void theDemoLedgerIsBookedFromItsCommit() {
        try (LedgerRepository ledger = DemoLedger.initialise(temp.resolve("demo"))) {
            LedgerBook book = Journals.read(ledger.at(ledger.head()), DemoLedger.MAIN, ledger.head());
            assertThat(book.commit()).isEqualTo(ledger.head());
            assertThat(book.transactions()).hasSizeGreaterThan(180);
        }
    }

    private static String commit(Path folder, String path, String content) throws IOException, GitAPIException {
        Files.writeString(folder.resolve(path), content);
        try (Git git = Git.open(folder.toFile())) {
            git.add().addFilepattern(path).call();
            PersonIdent author = new PersonIdent("Somebody", "somebody@example.invalid", WHEN, ZoneOffset.UTC);
            return git.commit()
                    .setMessage("Next")
                    .setAuthor(author)
                    .setCommitter(author)
                    .call()
                    .name();
        }
    }
}
