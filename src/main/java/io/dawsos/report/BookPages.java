package io.dawsos.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** What makes merged files one book: links of the contents, one outline, page numbers. */
final class BookPages {

    private BookPages() {}

    /** @param before pages before the first report */
    static void finish(PDDocument book, List<BookPart> parts, int before) throws IOException {
        for (int page = 0; page < before; page++) {
            link(book, book.getPage(page));
        }
        outline(book, parts, before);
        PdfStamps.pageNumbers(book);
    }

    /** Addresses of pages become the pages. */
    private static void link(PDDocument book, PDPage page) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getAction() instanceof PDActionURI action
                    && action.getURI().startsWith(BookFront.PAGE)) {
                int number = Integer.parseInt(action.getURI().substring(BookFront.PAGE.length()));
                link.setAction(null);
                link.setDestination(top(book.getPage(number - 1)));
            }
        }
    }

    private static PDPageDestination top(PDPage page) {
        PDPageFitWidthDestination destination = new PDPageFitWidthDestination();
        destination.setPage(page);
        destination.setTop((int) page.getMediaBox().getHeight());
        return destination;
    }

    /** One item a report, and below it what the report had itself: merging put them all beside each other. */
    private static void outline(PDDocument book, List<BookPart> parts, int before) throws IOException {
        PDDocumentOutline merged = book.getDocumentCatalog().getDocumentOutline();
        List<PDOutlineItem> items = new ArrayList<>();
        if (merged != null) {
            merged.children().forEach(items::add);
        }
        Iterator<PDOutlineItem> sections = items.iterator();
        PDDocumentOutline outline = new PDDocumentOutline();
        int page = before;
        for (BookPart part : parts) {
            PDOutlineItem report = item(part.title(), top(book.getPage(page)));
            for (BookPart.Heading heading : part.headings()) {
                report.addLast(item(
                        heading.title(), (PDPageDestination) sections.next().getDestination()));
            }
            outline.addLast(report);
            page += part.pages();
        }
        book.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static PDOutlineItem item(String title, PDPageDestination destination) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(destination);
        return item;
    }
}
