package io.dawsos.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that lie beside a repository, kept in step with its branch. Everything that can fail for lack of room or rights is done before the
 * branch moves; what is left then are two renames. A bare repository has none and nothing happens.
 */
final class WorkTree implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkTree.class);
    private static final int NAMED = 5;

    private final Repository repository;
    private final @Nullable DirCache index;
    private @Nullable Path prepared;
    private @Nullable Path target;

    private WorkTree(Repository repository, @Nullable DirCache index) {
        this.repository = repository;
        this.index = index;
    }

    /** Keeps every other git from committing here until it is closed. */
    static WorkTree lock(Repository repository) throws IOException {
        if (repository.isBare()) {
            return new WorkTree(repository, null);
        }
        try {
            return new WorkTree(repository, repository.lockDirCache());
        } catch (LockFailedException e) {
            throw LedgerCommits.notWritable(
                    "The index of the ledger repository is locked by another git, or cannot be written;"
                            + " when none is at work there, remove index.lock");
        }
    }

    /** Somebody's uncommitted work must neither be lost nor be committed by us. */
    void requireClean(String path) throws IOException {
        if (index == null) {
            return;
        }
        try {
            Status status = Git.wrap(repository).status().call();
            NavigableSet<String> dirty = new TreeSet<>(status.getUncommittedChanges());
            status.getUntracked().stream().filter(path::equals).forEach(dirty::add);
            if (!dirty.isEmpty()) {
                throw LedgerCommits.notWritable(
                        "The work tree of the ledger repository has changes that are not committed: "
                                + String.join(", ", dirty.stream().limit(NAMED).toList())
                                + (dirty.size() > NAMED ? " and " + (dirty.size() - NAMED) + " more" : "")
                                + "; commit them or put them back (git status, git commit, git restore)");
            }
        } catch (GitAPIException e) {
            throw new IOException("The state of the work tree cannot be read", e);
        }
    }

    /** Writes the new content and the new index beside the present ones. */
    void prepare(LedgerChange change, ObjectId content) throws IOException {
        if (index == null) {
            return;
        }
        Path file = repository.getWorkTree().toPath().resolve(change.path());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path beside = file.resolveSibling(file.getFileName() + ".dawsos-new");
        prepared = beside;
        target = file;
        Files.write(beside, change.content());
        Instant written = Files.getLastModifiedTime(beside).toInstant();
        TreeEdit.put(index, change.path(), content, entry -> {
            entry.setLength(change.content().length);
            entry.setLastModified(written);
        });
        index.write();
    }

    /** Puts both in place. The branch has moved already, so that a fault here takes nothing back: it is told to the operator. */
    void follow() {
        if (index == null || prepared == null || target == null) {
            return;
        }
        try {
            Files.move(prepared, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            prepared = null;
            if (!index.commit()) {
                throw new IOException("The index of the work tree cannot be replaced");
            }
        } catch (IOException e) {
            LOG.error(
                    "The commit is made, but the work tree of {} did not follow; run git reset --hard there",
                    repository.getDirectory(),
                    e);
        }
    }

    @Override
    public void close() {
        if (index != null) {
            index.unlock();
        }
        if (prepared != null) {
            try {
                Files.deleteIfExists(prepared);
            } catch (IOException e) {
                LOG.warn("{} is left over and can be deleted", prepared, e);
            }
        }
    }
}
