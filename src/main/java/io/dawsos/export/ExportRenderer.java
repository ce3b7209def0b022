package io.dawsos.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes documents in one format. */
public interface ExportRenderer {

    ExportFormat format();

    /** Writes it to the end; the caller closes {@code out}. The same document gives the same bytes. */
    void render(ExportDocument document, OutputStream out) throws IOException;
}
