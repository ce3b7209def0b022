package io.dawsos.report;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** What stands at the foot of a report's pages, in the file's information dictionary: for programs, and for the book it becomes a part of. */
final class PdfNotes {

    private static final String ATTRIBUTION = "Attribution";
    private static final String ORIGIN = "Origin";
    private static final String GENERATED = "Generated";

    private PdfNotes() {}

    static void write(PDDocument document, Report.Footer footer) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCustomMetadataValue(ATTRIBUTION, footer.attribution());
        information.setCustomMetadataValue(ORIGIN, footer.origin());
        information.setCustomMetadataValue(GENERATED, footer.generated());
    }

    /** Throws IllegalArgumentException when the file is none of these reports. */
    static Report.Footer read(PDDocument document) {
        return new Report.Footer(value(document, ATTRIBUTION), value(document, ORIGIN), value(document, GENERATED));
    }

    private static String value(PDDocument document, String name) {
        String value = document.getDocumentInformation().getCustomMetadataValue(name);
        if (value == null) {
            throw new IllegalArgumentException("the file has no " + name + ": it is no report");
        }
        return value;
    }
}
