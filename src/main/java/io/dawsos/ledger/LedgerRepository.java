package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The git repository of a ledger. Journals are read from commits, never from the work tree, so that an answer can be given again from
 * its commit. Safe for use by several threads.
 */
public final class LedgerRepository implements AutoCloseable {

    private final Path folder;
    private final Repository repository;

    private LedgerRepository(Path folder, Repository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    /**
     * Opens a repository, bare or with a work tree.
     *
     * @throws IllegalStateException when the folder is no git repository or has no commit yet; the message names the remedy
     */
    public static LedgerRepository open(Path folder) {
        Repository repository = GitFolders.find(folder)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The ledger folder " + folder
                                        + " is not a git repository; create one there (git init, git commit) or point to another folder"));
        LedgerRepository ledger = new LedgerRepository(folder, repository);
        if (ledger.tip().isEmpty()) {
            repository.close();
            throw new IllegalStateException(
                    "The ledger repository " + folder + " has no commit; commit the journal first");
        }
        return ledger;
    }

    /**
     * Opens the repository in the folder, or creates it with one commit on branch {@code main} that holds these files. The commit
     * depends on nothing but the files and the time: its hash is the same on every machine.
     *
     * @param files content by path, {@code /} between the parts
     * @throws IllegalStateException when the folder holds something else
     */
    public static LedgerRepository initialise(Path folder, SortedMap<String, byte[]> files, Instant when) {
        Optional<Repository> existing = GitFolders.find(folder);
        boolean complete = existing.isPresent()
                && new LedgerRepository(folder, existing.get()).tip().isPresent();
        existing.ifPresent(Repository::close);
        if (!complete) {
            GitFolders.create(folder, files, when);
        }
        return open(folder);
    }

    /** Full hash of the commit that the repository's HEAD shows now. */
    public String head() {
        return tip().orElseThrow(
                        () -> new IllegalStateException("The ledger repository " + folder + " has no commit any more"))
                .name();
    }

    /**
     * Full hash of the commit that a hash, the beginning of one, a tag or a branch names.
     *
     * @throws IllegalArgumentException when there is no such commit, or more than one
     */
    public String resolve(String name) {
        try {
            return Optional.ofNullable(repository.resolve(name + "^{commit}"))
                    .orElseThrow(() -> unknown(name))
                    .name();
        } catch (AmbiguousObjectException | IncorrectObjectTypeException | RevisionSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' names no single commit of the ledger repository " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read commit " + name + " of " + folder, e);
        }
    }

    /** Whether files have the same content in two commits; a commit that is not there has none. */
    public boolean isSame(String commit, String other, Collection<String> paths) {
        try (RevWalk walk = new RevWalk(repository)) {
            if (!repository.getObjectDatabase().has(ObjectId.fromString(commit))) {
                return false;
            }
            CommitSource first = source(walk, commit);
            CommitSource second = source(walk, other);
            return paths.stream().allMatch(path -> first.content(path).equals(second.content(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read commit " + commit + " of " + folder, e);
        }
    }

    private IllegalArgumentException unknown(String commit) {
        return new IllegalArgumentException("The ledger repository " + folder + " has no commit " + commit);
    }

    private CommitSource source(RevWalk walk, String commit) throws IOException {
        return new CommitSource(
                repository,
                commit,
                walk.parseCommit(ObjectId.fromString(commit)).getTree().getId());
    }

    /**
     * The files of a commit.
     *
     * @param commit full hash
     * @throws IllegalArgumentException when the repository has no such commit
     */
    public JournalSource at(String commit) {
        if (!ObjectId.isId(commit)) {
            throw new IllegalArgumentException("'" + commit + "' is not the full hash of a commit");
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return source(walk, commit);
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw new IllegalArgumentException("The ledger repository " + folder + " has no commit " + commit, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read commit " + commit + " of " + folder, e);
        }
    }

    /**
     * Makes one commit on the branch that HEAD shows; returns its full hash. The work tree of a repository that is not bare follows.
     * When it cannot be made, nothing is changed.
     *
     * @throws HeadMoved when the branch is not at the change's head any more
     * @throws io.dawsos.failure.Failure LEDGER_NOT_WRITABLE when the repository cannot be written or holds somebody's uncommitted work
     */
    public String commit(LedgerChange change) {
        return new LedgerCommits(repository).commit(change);
    }

    @Override
    public void close() {
        repository.close();
    }

    private Optional<ObjectId> tip() {
        try {
            return Optional.ofNullable(repository.resolve(Constants.HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the head of the ledger repository " + folder, e);
        }
    }
}
