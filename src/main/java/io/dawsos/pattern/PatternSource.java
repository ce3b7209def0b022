package io.dawsos.pattern;

import java.nio.file.Path;
import java.util.List;

/** A place where pattern files lie. */
public sealed interface PatternSource permits FolderSource, ClassPathSource {

    /** The patterns shipped with the product: {@code patterns/**.json} beside {@code patterns/schema.json} on the class path. */
    static PatternSource classPath() {
        return new ClassPathSource(PatternSource.class.getClassLoader());
    }

    /** A folder and all below it. Must be there when it is read; links are followed only to files inside it. */
    static PatternSource folder(Path folder) {
        return new FolderSource(folder, folder.toString());
    }

    /** How messages name it. */
    String label();

    /** Everything that lies there now, sorted by name. Never throws: what cannot be read is a problem. */
    Listing list();

    /**
     * What lies in a source.
     *
     * @param files the files that could be read
     * @param problems one for each that could not
     * @param complete false when the place itself could not be read, so that a file not listed may still be there
     */
    record Listing(List<PatternFile> files, List<PatternProblem> problems, boolean complete) {
        public Listing {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }

        static Listing failed(String place, String reason) {
            return new Listing(List.of(), List.of(new PatternProblem(place, "", reason)), false);
        }
    }
}
