package io.dawsos.ledger;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the machine out of git: no configuration of the system or the user is read or written and no {@code GIT_} variable counts,
 * so that the same repository gives the same answers everywhere.
 */
final class GitSurroundings extends SystemReader.Delegate {

    private GitSurroundings(SystemReader machine) {
        super(machine);
    }

    /** Applies to the whole process, as JGit knows one reader only. */
    static void install() {
        if (!(SystemReader.getInstance() instanceof GitSurroundings)) {
            SystemReader.setInstance(new GitSurroundings(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    private static final class EmptyConfig extends FileBasedConfig {

        EmptyConfig(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is nothing to load
        }

        @Override
        public void save() {
            // measurements of the file system are kept in memory only
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
