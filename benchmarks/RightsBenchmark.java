import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dawsos.export.CsvRenderer;
import io.dawsos.export.CsvWriter;
import io.dawsos.export.ExportDocument;
import io.dawsos.export.ExportRenderer;
import io.dawsos.export.XlsxRenderer;
import io.dawsos.rights.DataUse;
import io.dawsos.rights.ExportRight;
import io.dawsos.rights.RightsBook;
import io.dawsos.rights.RightsQuestion;
import io.dawsos.rights.RightsRegistry;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Times a rights decision, and CSV of so many rows against commons-csv alone with the same cells, in interleaved rounds:
 * java @target/dawsos.options -cp "target/dawsos.jar:target/lib/*" benchmarks/RightsBenchmark.java 100000
 */
public final class RightsBenchmark {

    private static final int ROUNDS = 9;
    private static final int DECISIONS = 200_000;
    private static final List<String> COLUMNS = List.of(
            "symbol", "name", "quantity", "price", "price_currency", "price_date", "market_value", "cost_basis", "weight");

    public static void main(String[] arguments) throws Exception {
        decisions();
        int rows = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("exports");
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.start();
            ExportDocument document = document(rows);
            ExportRenderer csv = new CsvRenderer((capability, path) -> COLUMNS, writer(camel));
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double alone = rate(rows, folder, out -> alone(document.response(), out));
                double rendered = rate(rows, folder, out -> csv.render(document, out));
                if (round > 1) {
                    theirs.add(alone);
                    ours.add(rendered);
                    ratios.add(rendered / alone);
                }
            }
            System.out.printf(
                    "csv of %,d rows: %,.0f rows/s, commons-csv alone %,.0f rows/s, ratio %.2f (wanted: at least 0.50)%n",
                    rows, median(ours), median(theirs), median(ratios));
            ExportRenderer xlsx = new XlsxRenderer((capability, path) -> COLUMNS, folder);
            System.out.printf(
                    "xlsx of %,d rows: %,.0f rows/s%n", rows, rate(rows, folder, out -> xlsx.render(document, out)));
            System.out.printf("heap: at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void decisions() {
        RightsRegistry registry = RightsBook.open(Optional.empty()).current();
        RightsQuestion allowed = new RightsQuestion(
                ExportRight.PDF,
                "staging",
                List.of(DataUse.of("Demo"), DataUse.of("ECB"), DataUse.of("FRED", "DGS10"), DataUse.of("FRED", "T10Y2Y")),
                new TreeSet<>());
        RightsQuestion refused = new RightsQuestion(
                ExportRight.PDF,
                "production",
                List.of(DataUse.of("FMP"), DataUse.of("NewsAPI"), DataUse.of("FRED", "VIXCLS"), DataUse.of("nobody")),
                new TreeSet<>());
        for (RightsQuestion question : List.of(allowed, refused)) {
            List<Double> micros = new ArrayList<>();
            long decided = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                for (int i = 0; i < DECISIONS; i++) {
                    decided += registry.decide(question).allowed() ? 1 : 0;
                }
                micros.add((System.nanoTime() - start) / 1_000.0 / DECISIONS);
            }
            System.out.printf(
                    "decision %s: %.2f us (median of %d rounds; wanted: at most 20)%n",
                    decided > 0 ? "that allows" : "that refuses", median(micros), ROUNDS);
        }
    }

    /** The program's own, which is not public. */
    private static CsvWriter writer(CamelContext camel) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("io.dawsos.CamelCsv").getDeclaredConstructor(Supplier.class);
        constructor.setAccessible(true);
        Supplier<CamelContext> context = () -> camel;
        return (CsvWriter) constructor.newInstance(context);
    }

    private static ExportDocument document(int rows) {
        JsonMapper json = new JsonMapper();
        ObjectNode response = json.createObjectNode();
        ArrayNode positions = response.putObject("data").putArray("positions");
        for (int i = 0; i < rows; i++) {
            positions.addObject()
                    .put("symbol", "SYM" + i)
                    .put("name", "Company " + i + ", Inc.")
                    .put("quantity", new BigDecimal(i))
                    .put("price", new BigDecimal(i + ".25"))
                    .put("price_currency", "USD")
                    .put("price_date", "2023-12-29")
                    .put("market_value", new BigDecimal(i + ".75"))
                    .put("cost_basis", new BigDecimal(i + ".5"))
                    .put("weight", new BigDecimal("0.0" + (1 + i % 1000)));
        }
        response.putObject("trace").putArray("steps").addObject().put("step", "positions").put("capability", "some.thing");
        return new ExportDocument(
                "Benchmark", "p", response, List.of("Somebody"), Optional.empty(), List.of(), Instant.EPOCH, ZoneOffset.UTC);
    }

    private static void alone(JsonNode response, OutputStream out) throws Exception {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(COLUMNS);
        for (JsonNode row : response.path("data").path("positions")) {
            List<String> cells = new ArrayList<>(COLUMNS.size());
            for (String column : COLUMNS) {
                cells.add(row.path(column).asText());
            }
            printer.printRecord(cells);
        }
        printer.flush();
    }

    private interface Work {
        void to(OutputStream out) throws Exception;
    }

    private static double rate(int rows, Path folder, Work work) throws Exception {
        Path file = Files.createTempFile(folder, "rows", ".out");
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            work.to(out);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.delete(file);
        return rows / seconds;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
