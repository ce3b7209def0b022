package io.dawsos.report;

import io.dawsos.export.ExportDocument;
import io.dawsos.export.ExportFormat;
import io.dawsos.export.ExportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Answers as PDF reports: US letter, tagged for PDF/UA, fonts embedded, with table of contents, attribution and origin on each page.
 *
 * <p>The same document gives the same bytes; of its arguments, {@link ExportDocument#generated()} alone is no part of the identity of the
 * file and changes nothing but the time that is printed.
 */
public final class PdfRenderer implements ExportRenderer {

    private final Templates templates = new Templates();
    private final boolean part;

    public PdfRenderer() {
        this(false);
    }

    private PdfRenderer(boolean part) {
        this.part = part;
    }

    /** Renders reports as parts of a book: without contents and page numbers of their own, which {@link ReportBook} adds for all. */
    public static PdfRenderer ofBookParts() {
        return new PdfRenderer(true);
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.PDF;
    }

    @Override
    public void render(ExportDocument document, OutputStream out) throws IOException {
        DrawableText text = new DrawableText();
        ExportDocument drawable = text.of(document);
        LongTables content = LongTables.of(ReportWriter.write(drawable, text.missing()));
        if (content.parts().isEmpty()) {
            String html = templates.report(content.report(), text.fonts(), numbers(Templates.Numbers.OWN));
            PdfPages.write(
                    PdfPages.builder(html, text.fonts(), charts(content.report())),
                    pages -> finish(pages, drawable),
                    out);
            return;
        }
        LongReport report = new LongReport(templates, text.fonts(), numbers(Templates.Numbers.STAMPED));
        report.write(content, pages -> finish(pages, drawable), out);
    }

    private Templates.Numbers numbers(Templates.Numbers alone) {
        return part ? Templates.Numbers.OF_THE_BOOK : alone;
    }

    private static void finish(PDDocument pages, ExportDocument document) throws IOException {
        if (document.watermark().isPresent()) {
            PdfStamps.watermark(pages, document.watermark().get());
        }
        PdfIdentity.of(document).stamp(pages);
        PdfNotes.write(pages, ReportWriter.footer(document, new Answer(document.response())));
    }

    /** The charts of a report by their ids. */
    static Map<String, Chart> charts(Report report) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        report.sections()
                .forEach(section -> section.blocks().stream()
                        .filter(Block.Figure.class::isInstance)
                        .map(Block.Figure.class::cast)
                        .forEach(figure -> charts.put(figure.id(), figure.chart())));
        return charts;
    }
}
