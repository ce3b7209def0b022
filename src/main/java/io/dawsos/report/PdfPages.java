package io.dawsos.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/** XHTML as tagged PDF pages with embedded fonts. Nothing is fetched, whatever the XHTML names. */
final class PdfPages {

    static {
        XRLog.setLoggerImpl(new LibraryLog());
    }

    /** What is done to the pages before they are saved. */
    interface Finish {
        void finish(PDDocument pages) throws IOException;
    }

    private PdfPages() {}

    static void write(PdfRendererBuilder builder, Finish finish, OutputStream out) throws IOException {
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument pages = renderer.createPDFKeepOpen()) {
            finish.finish(pages);
            save(pages, out);
        }
    }

    /** Every file is saved here. */
    static void save(PDDocument pages, OutputStream out) throws IOException {
        PdfWriter.write(pages, out);
    }

    /** The library as it is set up here. */
    static PdfRendererBuilder builder(String html, Set<ReportFont> fonts, Map<String, Chart> charts) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("DawsOS with openhtmltopdf and PDFBox");
        builder.withHtmlContent(html, null);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useReplacementText(DrawableText.REPLACEMENT);
        builder.useObjectDrawerFactory(new ChartDrawers(charts));
        if (fonts.contains(ReportFont.WIDER)) {
            builder.useUnicodeBidiSplitter(Directions::new);
            builder.useUnicodeBidiReorderer(new Directions.Order());
        }
        fonts.forEach(font -> builder.useFont(font::open, font.family(), font.weight(), FontStyle.NORMAL, true));
        return builder;
    }
}
