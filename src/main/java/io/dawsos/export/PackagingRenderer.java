package io.dawsos.export;

/** A renderer whose file is of another kind when there is more to hold than its format takes in one. */
public interface PackagingRenderer extends ExportRenderer {

    /** Whether this document becomes a ZIP of several files. */
    boolean isPacked(ExportDocument document);
}
