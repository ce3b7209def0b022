package io.dawsos.export;

import java.util.List;

/**
 * The reports of a book, each a file of its own yet.
 *
 * @param title for the cover
 * @param files in their order; whoever takes them deletes them
 */
public record BookParts(String title, List<ExportFile> files) {
    public BookParts {
        files = List.copyOf(files);
    }
}
