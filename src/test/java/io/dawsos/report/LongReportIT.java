package io.dawsos.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20,000 positions. */
class LongReportIT {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void twentyThousandPositionsStayWithinTheirMemory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.pdf");
        var document = TestingDocuments.withPositions(20_000);
        System.gc();
        long before = used();
        heap(MemoryPoolMXBean::resetPeakUsage);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new PdfRenderer().render(document, out);
        }
        assertThat((peak() - before) / MEGABYTE)
                .as("megabytes beside the answer itself")
                .isLessThan(384);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isBetween(400, 700);
        }
        assertThat(Files.size(file)).isLessThan(12 * MEGABYTE);
    }

    private static void heap(Consumer<MemoryPoolMXBean> action) {
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .forEach(action);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
