package io.dawsos.pattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue over a folder of files that a test writes. */
abstract class TestingCatalog {

    @TempDir
    Path temp;

    Path folder;
    PatternCatalog catalog;
    final TestingListener listener = new TestingListener();

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(temp.resolve("patterns"));
        catalog = PatternCatalog.over(List.of(PatternSource.folder(folder)), TestingCapabilities.rules());
    }

    static String pattern(String id, String name) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name
                + "\", \"steps\": [{\"capability\": \"clock.tick\"}], \"outputs\": [\"last\"]}";
    }

    void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, content);
    }

    ReloadReport reload() {
        return catalog.reload(listener);
    }

    List<String> served() {
        return catalog.all().stream().map(p -> p.id() + "=" + p.name()).toList();
    }

    List<String> problems() {
        return catalog.problems().stream()
                .map(p -> p.toString().replace(folder.toString(), "").replace(temp.toString(), ""))
                .toList();
    }

    static List<PatternId> ids(String... ids) {
        List<PatternId> all = new ArrayList<>();
        for (String id : ids) {
            all.add(new PatternId(id));
        }
        return all;
    }

    /** Notes what it is told, and throws when it is told to. */
    final class TestingListener implements CatalogListener {
        final List<String> told = new ArrayList<>();
        boolean failing;

        @Override
        public void deploy(Pattern pattern) {
            if (failing) {
                throw new IllegalStateException("no route today");
            }
            told.add("deploy " + pattern.name() + ", serving " + served());
        }

        @Override
        public void retire(Pattern pattern) {
            told.add("retire " + pattern.name() + ", serving " + served());
        }
    }
}
