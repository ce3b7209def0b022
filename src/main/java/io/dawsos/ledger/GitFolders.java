package io.dawsos.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Finds and creates repositories on disk. */
final class GitFolders {

    private static final String BRANCH = "main";
    private static final String MESSAGE = "Demo ledger\n";

    static {
        GitSurroundings.install();
    }

    private GitFolders() {}

    /** The repository in exactly this folder, bare or not; folders above it are not searched. */
    static Optional<Repository> find(Path folder) {
        boolean bare = Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
        if (!bare && !Files.exists(folder.resolve(".git"))) {
            return Optional.empty();
        }
        return Optional.of(build(folder, bare));
    }

    /** Creates the repository with one commit; the branch comes last, so that an attempt broken off is made again. */
    static void create(Path folder, SortedMap<String, byte[]> files, Instant when) {
        requireFree(folder, files);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the ledger folder " + folder, e);
        }
        try (Repository repository = build(folder, false)) {
            if (!Files.exists(folder.resolve(".git").resolve("HEAD"))) {
                repository.create(false);
            }
            configure(repository);
            ObjectId commit = commit(repository, folder, files, when);
            RefUpdate head = repository.updateRef(Constants.HEAD, true);
            head.link(Constants.R_HEADS + BRANCH);
            RefUpdate branch = repository.updateRef(Constants.R_HEADS + BRANCH);
            branch.setNewObjectId(commit);
            branch.disableRefLog();
            RefUpdate.Result result = branch.forceUpdate();
            if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.NO_CHANGE) {
                throw new IllegalStateException(
                        "Cannot set branch " + BRANCH + " of the ledger repository " + folder + ": " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the ledger repository " + folder, e);
        }
    }

    private static Repository build(Path folder, boolean bare) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        try {
            return (bare ? builder.setGitDir(folder.toFile()).setBare() : builder.setWorkTree(folder.toFile())).build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the ledger repository " + folder, e);
        }
    }

    /** What lies in the folder must be what would be written there: somebody's own files are never overwritten. */
    private static void requireFree(Path folder, SortedMap<String, byte[]> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path file : content.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                byte[] wanted = files.get(path);
                if (!path.startsWith(".git/") && (wanted == null || !Arrays.equals(wanted, Files.readAllBytes(file)))) {
                    throw new IllegalStateException("The ledger folder " + folder + " holds " + path
                            + " and has no commit; commit it with git, or empty the folder");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the ledger folder " + folder, e);
        }
    }

    private static void configure(Repository repository) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setString("core", null, "autocrlf", "false");
        config.setString("commit", null, "gpgsign", "false");
        config.save();
    }

    private static ObjectId commit(Repository repository, Path folder, Map<String, byte[]> files, Instant when)
            throws IOException {
        DirCache index = repository.lockDirCache();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCacheBuilder builder = index.builder();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setLength(file.getValue().length);
                entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
                builder.add(entry);
            }
            builder.finish();
            PersonIdent author = new PersonIdent("DawsOS Demo", "demo@dawsos.invalid", when, ZoneOffset.UTC);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(MESSAGE);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            index.write();
            if (!index.commit()) {
                throw new IOException("Cannot write the index of " + folder);
            }
            return id;
        } finally {
            index.unlock();
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }
}
