package io.dawsos.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes answers in one format. Whether they may leave has been decided before. */
public interface ExportRenderer {

    /** The format that is written. */
    ExportFormat format();

    /**
     * Writes the whole document and leaves the stream open.
     *
     * @throws IOException if the stream takes no more
     */
    void render(ExportDocument document, OutputStream out) throws IOException;
}
