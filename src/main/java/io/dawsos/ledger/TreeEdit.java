package io.dawsos.ledger;

import java.util.function.Consumer;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** Changes one file in a list of files. */
final class TreeEdit {

    private TreeEdit() {}

    /** Sets the content of a file, new or not; {@code more} sets what only an index on disk knows. */
    static void put(DirCache files, String path, ObjectId content, Consumer<DirCacheEntry> more) {
        DirCacheEditor editor = files.editor();
        editor.add(new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                if (entry.getRawMode() == 0) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                }
                entry.setObjectId(content);
                more.accept(entry);
            }
        });
        editor.finish();
    }
}
