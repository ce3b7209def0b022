package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternSourceTest {

    @TempDir
    Path temp;

    private static final List<String> ENTRIES = List.of(
            "patterns/schema.json",
            "patterns/b/two.json",
            "patterns/a/one.json",
            "patterns/a/one.test.json",
            "other/x.json");

    @Test
    void theClassPathHoldsTheShippedPatterns() {
        PatternSource.Listing listing = PatternSource.classPath().list();
        assertThat(listing.problems()).isEmpty();
        assertThat(listing.files()).extracting(PatternFile::name).contains("patterns/example/hello.json");
    }

    @Test
    void theFirstPatternLoads() {
        PatternCatalog catalog = PatternCatalog.over(List.of(PatternSource.classPath()), TestingCapabilities.rules());
        catalog.reload(CatalogListener.NONE);
        assertThat(catalog.problems())
                .filteredOn(problem -> problem.file().contains("hello"))
                .isEmpty();
        Pattern hello = catalog.require("hello");
        assertThat(hello.inputs().keySet()).containsExactly("name", "number");
        assertThat(hello.steps()).extracting(Step::resultKey).containsExactly("greeting", "doubled");
        assertThat(hello.version()).matches("[0-9a-f]{64}").startsWith(hello.shortVersion());
        assertThat(hello.definition().path("id").asText()).isEqualTo("hello");
    }

    @Test
    void aJarIsReadInOrderOfNames() throws IOException {
        Path jar = temp.resolve("with space.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : ENTRIES) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertReads(jar);
    }

    @Test
    void aFolderOfClassesIsReadInOrderOfNames() throws IOException {
        Path classes = Files.createDirectory(temp.resolve("with space"));
        for (String entry : ENTRIES) {
            Files.createDirectories(classes.resolve(entry).resolveSibling("."));
            Files.writeString(classes.resolve(entry), entry);
        }
        assertReads(classes);
    }

    private static void assertReads(Path place) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {place.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            PatternSource.Listing listing = new ClassPathSource(loader).list();
            assertThat(listing.problems()).isEmpty();
            assertThat(listing.files())
                    .extracting(PatternFile::name)
                    .containsExactly("patterns/a/one.json", "patterns/b/two.json");
            assertThat(listing.files())
                    .extracting(file -> new String(file.content(), StandardCharsets.UTF_8))
                    .containsExactly("patterns/a/one.json", "patterns/b/two.json");
        }
    }
}
