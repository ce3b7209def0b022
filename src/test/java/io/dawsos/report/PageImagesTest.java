package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.export.Exclusion;
import io.dawsos.export.ExportDocument;
import io.dawsos.export.Watermark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/**
 * Pages as pictures, 36 dots to the inch in greys, beside golden ones. Tolerance: at most {@link #FEW} of the dots differ by more than
 * {@link #MUCH} of 255, since Java versions smooth edges differently. Run with {@code -Dgolden.update=true} to rewrite them, and look at them.
 */
class PageImagesTest {

    private static final double FEW = 0.004;
    private static final int MUCH = 40;
    private static final float DPI = 36;
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "report");

    @Test
    void theOverviewLooksAsItDid() throws IOException {
        assertLooksAsItDid("overview", TestingDocuments.overview());
    }

    @Test
    void watermarkAndExclusionLookAsTheyDid() throws IOException {
        ExportDocument document = TestingDocuments.without(
                TestingDocuments.document("portfolio_value_change"),
                new Exclusion("news", "News impact", "NewsAPI Enterprise is needed for news."));
        assertLooksAsItDid(
                "watermark",
                TestingDocuments.marked(document, new Watermark("For internal use only", 0.3, "diagonal")));
    }

    @Test
    void namesInManyScriptsLookAsTheyDid() throws IOException {
        assertLooksAsItDid("scripts", TestingDocuments.inManyScripts());
    }

    private static void assertLooksAsItDid(String name, ExportDocument content) throws IOException {
        try (PDDocument document = Loader.loadPDF(TestingDocuments.pdf(content))) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DPI, ImageType.GRAY);
                compare(FOLDER.resolve(String.format(Locale.ROOT, "%s-%02d.png", name, page + 1)), image);
            }
            assertThat(FOLDER.resolve(String.format(Locale.ROOT, "%s-%02d.png", name, document.getNumberOfPages() + 1)))
                    .as("a page more than the report has")
                    .doesNotExist();
        }
    }

    private static void compare(Path file, BufferedImage actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            ImageIO.write(actual, "png", file.toFile());
            return;
        }
        assertThat(file).as("golden page; write it with -Dgolden.update=true").isRegularFile();
        BufferedImage expected = ImageIO.read(file.toFile());
        assertThat(actual.getWidth()).as(file.toString()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).as(file.toString()).isEqualTo(expected.getHeight());
        assertThat(different(expected, actual))
                .as("share of dots that differ by more than %d in %s", MUCH, file)
                .isLessThanOrEqualTo(FEW);
    }

    private static double different(BufferedImage expected, BufferedImage actual) {
        int[] dots = expected.getRaster().getSamples(0, 0, expected.getWidth(), expected.getHeight(), 0, (int[]) null);
        int[] others = actual.getRaster().getSamples(0, 0, actual.getWidth(), actual.getHeight(), 0, (int[]) null);
        int differ = 0;
        for (int i = 0; i < dots.length; i++) {
            differ += Math.abs(dots[i] - others[i]) > MUCH ? 1 : 0;
        }
        return (double) differ / dots.length;
    }
}
