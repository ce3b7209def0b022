package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** qpdf's opinion, where qpdf is installed. */
class QpdfTest {

    @Test
    void aReportIsValid(@TempDir Path folder) throws Exception {
        assertValid(folder, TestingDocuments.pdf(TestingDocuments.overview()));
    }

    @Test
    void aReportWithAnAppendixIsValid(@TempDir Path folder) throws Exception {
        assertValid(folder, TestingDocuments.pdf(TestingDocuments.withPositions(LongTables.LONG + 1)));
    }

    private static void assertValid(Path folder, byte[] pdf) throws IOException, InterruptedException {
        assumeThat(installed()).as("qpdf is installed").isTrue();
        Path file = Files.write(folder.resolve("report.pdf"), pdf);
        Process qpdf = new ProcessBuilder("qpdf", "--check", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(qpdf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(qpdf.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain("WARNING");
        assertThat(qpdf.exitValue()).as(said).isZero();
    }

    private static boolean installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> new File(folder, "qpdf"))
                .anyMatch(File::canExecute);
    }
}
