package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A position list many times as long as a page, in a process with {@link #HEAP} of memory, of which the answer and the libraries take half.
 * Laid out in one piece, this list does not fit.
 */
class LongReportIT {

    private static final int POSITIONS = 2_000;
    private static final String HEAP = "64m";

    @Test
    void aLongListNeedsTheMemoryOfOnePartOfIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.pdf");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isBetween(POSITIONS / 50, POSITIONS / 25);
        }
    }

    /** What runs in the other process. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
                new PdfRenderer().render(TestingDocuments.withPositions(POSITIONS), out);
            }
        }
    }
}
