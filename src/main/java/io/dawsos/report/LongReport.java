package io.dawsos.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A report with an appendix: each part is laid out, written to a file and forgotten; then the files are put together and numbered. What is
 * kept in memory is the layout of one part, and of the whole its objects without their contents.
 */
final class LongReport {

    private final Templates templates;
    private final Set<ReportFont> fonts;
    private final Templates.Numbers numbers;

    LongReport(Templates templates, Set<ReportFont> fonts, Templates.Numbers numbers) {
        this.templates = templates;
        this.fonts = fonts;
        this.numbers = numbers;
    }

    void write(LongTables content, PdfPages.Finish finish, OutputStream out) throws IOException {
        Path folder = Files.createTempDirectory("dawsos-report");
        List<Path> files = new ArrayList<>();
        try {
            Path first = folder.resolve("report.pdf");
            files.add(first);
            String html = templates.report(content.report(), fonts, numbers);
            lay(PdfPages.builder(html, fonts, PdfRenderer.charts(content.report())), first);
            for (Report part : content.parts()) {
                Path file = folder.resolve("part-" + files.size() + ".pdf");
                files.add(file);
                String continued = templates.continued(part, fonts);
                lay(
                        PdfPages.builder(continued, fonts, Map.of())
                                .usePdfUaAccessibility(false)
                                .usePdfAConformance(PdfAConformance.PDFA_2_B),
                        file);
            }
            join(files, finish, out);
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private static void lay(PdfRendererBuilder pages, Path file) throws IOException {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            PdfPages.write(pages, done -> {}, to);
        }
    }

    private void join(List<Path> files, PdfPages.Finish finish, OutputStream out) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        try (PDDocument whole = Loader.loadPDF(files.get(0).toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            int own = whole.getNumberOfPages();
            for (Path file : files.subList(1, files.size())) {
                try (PDDocument part = Loader.loadPDF(file.toFile())) {
                    merger.appendDocument(whole, part);
                }
            }
            PageTags.add(whole, own);
            if (numbers == Templates.Numbers.STAMPED) {
                PdfStamps.pageNumbers(whole);
            }
            finish.finish(whole);
            PdfPages.save(whole, out);
        }
    }
}
