package io.dawsos.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * What a book must know of a report in it.
 *
 * @param subtitle period, day, currency
 * @param day of the pack
 * @param pages how many it has
 */
record BookPart(String title, String subtitle, Report.Footer footer, LocalDate day, int pages, List<Heading> headings) {

    /**
     * A section.
     *
     * @param page within the report, the first being 0
     */
    record Heading(String title, int page) {}

    BookPart {
        headings = List.copyOf(headings);
    }

    static BookPart read(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDDocumentInformation information = document.getDocumentInformation();
            String title = information.getTitle();
            String subject = information.getSubject();
            return new BookPart(
                    title,
                    subject.substring(Math.min(subject.length(), title.length() + 2)),
                    PdfNotes.read(document),
                    LocalDate.ofInstant(information.getCreationDate().toInstant(), ZoneOffset.UTC),
                    document.getNumberOfPages(),
                    headings(document));
        }
    }

    private static List<Heading> headings(PDDocument document) throws IOException {
        List<Heading> headings = new ArrayList<>();
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            for (PDOutlineItem item : outline.children()) {
                headings.add(
                        new Heading(item.getTitle(), document.getPages().indexOf(item.findDestinationPage(document))));
            }
        }
        return headings;
    }
}
