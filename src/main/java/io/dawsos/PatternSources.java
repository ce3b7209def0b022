package io.dawsos;

import io.dawsos.pattern.PatternSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where patterns are read from: the shipped ones, in a checkout from its folder so that edits are seen, and those of PATTERNS_PATH. */
final class PatternSources {

    private static final Path CHECKOUT = Path.of("patterns");

    private PatternSources() {}

    static List<PatternSource> of(Settings settings) {
        List<PatternSource> sources = new ArrayList<>();
        boolean checkout = settings.environment() == Settings.Environment.DEVELOPMENT
                && Files.isRegularFile(CHECKOUT.resolve("schema.json"))
                && Files.isRegularFile(Path.of("pom.xml"));
        sources.add(checkout ? PatternSource.folder(CHECKOUT) : PatternSource.classPath());
        settings.patternsPath().map(PatternSource::folder).ifPresent(sources::add);
        return sources;
    }
}
