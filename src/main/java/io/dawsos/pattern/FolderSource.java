package io.dawsos.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Pattern files in a folder. Hidden names are skipped, folders behind links too; a link to a file counts when the file lies inside the
 * folder, which is how orchestrators mount configuration.
 *
 * @param folder where
 * @param label how messages name it
 */
record FolderSource(Path folder, String label) implements PatternSource {

    private static final int DEEPEST = 16;

    /** Whether a file of this name is a pattern: neither the schema nor a test. */
    static boolean isPattern(String fileName) {
        return fileName.endsWith(".json")
                && !fileName.endsWith(".test.json")
                && !fileName.equals("schema.json")
                && !fileName.startsWith(".");
    }

    @Override
    public Listing list() {
        Walk walk;
        try {
            walk = new Walk(folder.toRealPath());
            if (!Files.isDirectory(walk.root)) {
                throw new NotDirectoryException(label);
            }
            Files.walkFileTree(walk.root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, walk);
        } catch (NoSuchFileException missing) {
            return Listing.failed(label, "the folder does not exist");
        } catch (IOException fault) {
            return Listing.failed(
                    label, "the folder cannot be read: " + fault.getClass().getSimpleName());
        }
        walk.files.sort(Comparator.comparing(PatternFile::name));
        return new Listing(walk.files, walk.problems, walk.complete);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<PatternFile> files = new ArrayList<>();
        private final List<PatternProblem> problems = new ArrayList<>();
        private boolean complete = true;

        private Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean hidden = !directory.equals(root) && fileName(directory).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPattern(fileName(file))) {
                try {
                    read(file, attributes);
                } catch (IOException fault) {
                    visitFileFailed(file, fault);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private void read(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink() && !file.toRealPath().startsWith(root)) {
                problems.add(new PatternProblem(name(file), "", "is a link out of the folder; it is not followed"));
            } else if (Files.isRegularFile(file)) {
                try (InputStream content = Files.newInputStream(file)) {
                    files.add(new PatternFile(name(file), content.readNBytes(JsonText.MOST_BYTES + 1)));
                }
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            if (!(fault instanceof NoSuchFileException)
                    || Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                complete = false; // what is there and cannot be read is not gone
                problems.add(new PatternProblem(
                        name(file), "", "cannot be read: " + fault.getClass().getSimpleName()));
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path file) {
            return label + "/" + root.relativize(file).toString().replace('\\', '/');
        }

        private static String fileName(Path path) {
            Path name = path.getFileName();
            return name == null ? "" : name.toString();
        }
    }
}
