package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of one commit; links and submodules count as no file. */
record CommitSource(Repository repository, String commit, ObjectId tree) implements JournalSource {

    @Override
    public Optional<byte[]> read(String path) {
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            if (walk == null || !isFile(walk.getFileMode())) {
                return Optional.empty();
            }
            return Optional.of(reader.open(walk.getObjectId(0)).getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + " of ledger commit " + commit, e);
        }
    }

    private static boolean isFile(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }
}
