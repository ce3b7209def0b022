package io.dawsos.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The pattern files shipped with the product. The schema, which is always there, tells where: in a jar or in a folder of classes. No other
 * part of the class path is looked at.
 */
record ClassPathSource(ClassLoader loader) implements PatternSource {

    private static final String FOLDER = "patterns";

    @Override
    public String label() {
        return FOLDER;
    }

    @Override
    public Listing list() {
        URL schema = loader.getResource(PatternSchema.RESOURCE);
        if (schema == null) {
            return Listing.failed(FOLDER, PatternSchema.RESOURCE + " is not on the class path");
        }
        try {
            if (schema.getProtocol().equals("file")) {
                return new FolderSource(folderOf(schema), FOLDER).list();
            }
            return fromJar(schema);
        } catch (IOException fault) {
            return Listing.failed(
                    FOLDER, "cannot be read from the jar: " + fault.getClass().getSimpleName());
        }
    }

    private static Path folderOf(URL schema) {
        Path file = Path.of(URI.create(schema.toString()));
        return file.resolveSibling(".").normalize();
    }

    private static Listing fromJar(URL schema) throws IOException {
        URLConnection connection = schema.openConnection();
        if (!(connection instanceof JarURLConnection jarConnection)) {
            return Listing.failed(FOLDER, "is neither in a jar nor in a folder");
        }
        jarConnection.setUseCaches(false);
        List<PatternFile> files = new ArrayList<>();
        try (JarFile jar = jarConnection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                String fileName = name.substring(name.lastIndexOf('/') + 1);
                if (name.startsWith(FOLDER + "/") && !entry.isDirectory() && FolderSource.isPattern(fileName)) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        files.add(new PatternFile(name, content.readNBytes(JsonText.MOST_BYTES + 1)));
                    }
                }
            }
        }
        files.sort(Comparator.comparing(PatternFile::name));
        return new Listing(files, List.of(), true);
    }
}
