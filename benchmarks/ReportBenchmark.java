package io.dawsos.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dawsos.export.ExportDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The report of an answer against the same XHTML rendered by openhtmltopdf alone, set up the same way. Rounds alternate; medians are compared.
 *
 * <p>{@code java ReportBenchmark answer.json [rounds]}; see {@code report.sh}.
 */
public final class ReportBenchmark {

    private ReportBenchmark() {}

    /** Exits with 1 when the report takes more than 1.3 times as long. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        JsonNode response = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Path.of(arguments[0]).toFile());
        ExportDocument document = new ExportDocument(
                "Demo Portfolio",
                "portfolio_overview",
                response,
                List.of("Demo data: shipped with DawsOS"),
                Optional.empty(),
                List.of(),
                Instant.EPOCH,
                ZoneOffset.UTC);
        DrawableText text = new DrawableText();
        Report report = ReportWriter.write(text.of(document), text.missing());
        String html = new Templates().report(report, text.fonts(), Templates.Numbers.OWN);
        PdfRenderer renderer = new PdfRenderer();
        List<Double> ours = new ArrayList<>();
        List<Double> library = new ArrayList<>();
        for (int round = -rounds; round < rounds; round++) {
            double whole = millis(() -> renderer.render(document, new ByteArrayOutputStream()));
            double alone = millis(() -> PdfPages.builder(html, text.fonts(), PdfRenderer.charts(report))
                    .toStream(new ByteArrayOutputStream())
                    .run());
            if (round >= 0) {
                ours.add(whole);
                library.add(alone);
            }
        }
        double ratio = median(ours) / median(library);
        System.out.printf("report %.1f ms, library alone %.1f ms, ratio %.3f%n", median(ours), median(library), ratio);
        System.exit(ratio <= 1.3 ? 0 : 1);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double millis(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
