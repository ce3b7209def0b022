package io.dawsos.ledger;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commits on the branch that HEAD shows: objects first, then the branch moves by compare and swap, then the work tree follows where there
 * is one. Whatever fails before the branch moves leaves objects that nobody refers to, which git clears away, and nothing else.
 */
record LedgerCommits(Repository repository) {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCommits.class);
    private static final String NAME = "DawsOS";
    private static final String MAIL = "ledger@dawsos.invalid";

    /** What was stored of a change: the content and the commit that shows it. */
    private record Stored(ObjectId content, ObjectId commit) {}

    /** Full hash of the new commit; throws {@link HeadMoved}, or a {@link Failure} LEDGER_NOT_WRITABLE that says why not. */
    String commit(LedgerChange change) {
        String branch = branch();
        ObjectId head = ObjectId.fromString(change.head());
        try (WorkTree tree = WorkTree.lock(repository)) {
            requireHead(branch, head);
            tree.requireClean(change.path());
            PersonIdent author = new PersonIdent(NAME, MAIL, change.when(), ZoneOffset.UTC);
            Stored stored = store(change, head, author);
            tree.prepare(change, stored.content());
            move(branch, head, stored.commit(), author);
            tree.follow();
            return stored.commit().name();
        } catch (IOException e) {
            LOG.error("The ledger repository {} cannot be written", repository.getDirectory(), e);
            throw notWritable(
                    "The ledger repository cannot be written, nothing was changed; the log of the service says why");
        }
    }

    private String branch() {
        try {
            Ref head = repository.exactRef(Constants.HEAD);
            if (head == null || !head.isSymbolic()) {
                throw notWritable("The ledger repository shows no branch (detached HEAD); check one out first");
            }
            return head.getTarget().getName();
        } catch (IOException e) {
            LOG.error("The head of the ledger repository {} cannot be read", repository.getDirectory(), e);
            throw notWritable("The head of the ledger repository cannot be read; the log of the service says why");
        }
    }

    private void requireHead(String branch, ObjectId head) throws IOException {
        if (!tip(branch).equals(Optional.of(head))) {
            throw new HeadMoved();
        }
    }

    private Optional<ObjectId> tip(String branch) throws IOException {
        return Optional.ofNullable(repository.exactRef(branch)).map(Ref::getObjectId);
    }

    private Stored store(LedgerChange change, ObjectId head, PersonIdent author) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId content = inserter.insert(Constants.OBJ_BLOB, change.content());
            DirCache files = filesOf(head);
            TreeEdit.put(files, change.path(), content, entry -> {});
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(files.writeTree(inserter));
            commit.setParentId(head);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(change.message());
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return new Stored(content, id);
        }
    }

    private DirCache filesOf(ObjectId head) throws IOException {
        DirCache files = DirCache.newInCore();
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk walk = new RevWalk(reader)) {
            DirCacheBuilder builder = files.builder();
            builder.addTree(new byte[0], 0, reader, walk.parseCommit(head).getTree());
            builder.finish();
        }
        return files;
    }

    private void move(String branch, ObjectId head, ObjectId commit, PersonIdent author) throws IOException {
        RefUpdate update = repository.updateRef(branch);
        update.setExpectedOldObjectId(head);
        update.setNewObjectId(commit);
        update.setRefLogIdent(author);
        update.setRefLogMessage("commit: " + NAME, false);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.FAST_FORWARD) {
            requireHead(branch, head);
            LOG.error("Branch {} of {} cannot be moved: {}", branch, repository.getDirectory(), result);
            throw notWritable("The branch of the ledger repository is locked or cannot be written, nothing was changed;"
                    + " when no other git is at work there, remove what it left behind (*.lock)");
        }
    }

    static Failure notWritable(String detail) {
        return new Failure(FailureReason.LEDGER_NOT_WRITABLE, detail);
    }
}
