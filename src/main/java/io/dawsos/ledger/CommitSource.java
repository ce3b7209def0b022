package io.dawsos.ledger;

import io.dawsos.ledger.beancount.JournalSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of one commit; links and submodules count as no file. */
record CommitSource(Repository repository, String commit, ObjectId tree) implements JournalSource {

    @Override
    public Optional<byte[]> read(String path) {
        try (ObjectReader reader = repository.newObjectReader()) {
            Optional<ObjectId> file = find(reader, path);
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(reader.open(file.get()).getBytes());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public OptionalLong size(String path) {
        try (ObjectReader reader = repository.newObjectReader()) {
            Optional<ObjectId> file = find(reader, path);
            return file.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(reader.getObjectSize(file.get(), Constants.OBJ_BLOB));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Name of a file's content: the same content has the same in every commit. */
    Optional<ObjectId> content(String path) {
        try (ObjectReader reader = repository.newObjectReader()) {
            return find(reader, path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private Optional<ObjectId> find(ObjectReader reader, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            return walk == null || !isFile(walk.getFileMode()) ? Optional.empty() : Optional.of(walk.getObjectId(0));
        }
    }

    private UncheckedIOException unreadable(String path, IOException cause) {
        return new UncheckedIOException("Cannot read " + path + " of ledger commit " + commit, cause);
    }

    private static boolean isFile(FileMode mode) {
        return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    }
}
