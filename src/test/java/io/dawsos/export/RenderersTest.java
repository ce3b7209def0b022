package io.dawsos.export;

import static io.dawsos.export.TestingDocuments.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents as files. */
class RenderersTest {

    private static final String ONE =
            "{'known':{'positions':[{'symbol':'=A1','price':-1.10},{'symbol':'a \\\"b\\\", c','note':'x\\ny'}]}}";
    private static final String TWO = "{'known':{'total':1,'positions':[{'symbol':'A'}]},'other':{'a':[1,2]}}";

    private static final CsvRenderer CSV = new CsvRenderer(TestingDocuments::columns, (records, out) -> {
        // what the program does with camel-csv is tested where Camel is known
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            while (records.hasNext()) {
                printer.printRecord(records.next());
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    });

    private static Map<String, byte[]> unpacked(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] entry(Map<String, byte[]> files, String name) {
        return Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new AssertionError(name + " is not in " + files.keySet()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').get();
        try (CSVParser parser = format.parse(new StringReader(csv))) {
            return parser.getRecords();
        }
    }

    @Nested
    class Csv {
        @Test
        void ofOneTableIsAFileThatBeginsWithItsProvenance() {
            assertThat(CSV.isPacked(TestingDocuments.of(ONE))).isFalse();
            assertThat(text(bytes(CSV, TestingDocuments.of(ONE))))
                    .startsWith(String.join(
                            "\r\n",
                            List.of(
                                    "# internal",
                                    "# Prices by Somebody, Inc.",
                                    "# Rates by Somebody else",
                                    "# Title: Überblick",
                                    "# Pattern: overview 0123",
                                    "# Execution: 11111111-1111-1111-1111-111111111111",
                                    "# As of: 2023-12-29",
                                    "# Pack: 20231229_v1",
                                    "# Ledger: abc",
                                    "# Result hash: def",
                                    "# Generated: 2024-01-02T10:04:05-05:00",
                                    "# Left out: News: Export blocked: NewsAPI data cannot be exported.",
                                    "# Warning: a price is old",
                                    "symbol,price,note",
                                    "")));
        }

        @Test
        void isReadBackAsItWas() throws IOException {
            List<CSVRecord> records = records(text(bytes(CSV, TestingDocuments.of(ONE))));
            assertThat(records.get(1).toList()).containsExactly("'=A1", "-1.1", "");
            assertThat(records.get(2).toList()).containsExactly("a \"b\", c", "", "x\ny");
        }

        @Test
        void ofSeveralTablesIsAZipWithAManifest() throws IOException {
            ExportDocument document = TestingDocuments.of(TWO);
            assertThat(CSV.isPacked(document)).isTrue();
            Map<String, byte[]> files = unpacked(bytes(CSV, document));
            assertThat(files.keySet())
                    .containsExactly("known.csv", "known.positions.csv", "other.values.csv", "manifest.json");
            JsonNode manifest = new JsonMapper().readTree(entry(files, "manifest.json"));
            assertThat(manifest.path("attributions")).hasSize(2);
            assertThat(manifest.path("provenance").path("Pack").asText()).isEqualTo("20231229_v1");
            assertThat(manifest.path("excluded").path(0).path("output").asText())
                    .isEqualTo("news");
            assertThat(manifest.path("files").path(2).path("rows").asInt()).isEqualTo(2);
            assertThat(entry(files, "known.csv"))
                    .asString(StandardCharsets.UTF_8)
                    .contains("# Prices by Somebody, Inc.");
        }

        @Test
        void isTheSameToTheByte() {
            assertThat(bytes(CSV, TestingDocuments.of(TWO))).isEqualTo(bytes(CSV, TestingDocuments.of(TWO)));
        }

        @Test
        void thatCannotBeWrittenToTheEndIsAFault() {
            OutputStream full = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("disk full");
                }
            };
            assertThatIOException()
                    .isThrownBy(() -> CSV.render(TestingDocuments.of(ONE), full))
                    .withMessage("disk full");
        }
    }

    @Nested
    class Xlsx {

        @TempDir
        private Path folder;

        private Map<String, byte[]> workbook(String data) {
            return unpacked(bytes(new XlsxRenderer(TestingDocuments::columns, folder), TestingDocuments.of(data)));
        }

        private String sheet(Map<String, byte[]> files, int number) {
            byte[] sheet = files.get("xl/worksheets/sheet" + number + ".xml");
            assertThat(sheet).isNotNull();
            return text(sheet);
        }

        @Test
        void hasTypedCellsUnderAFrozenHeader() {
            Map<String, byte[]> files =
                    workbook("{'known':{'positions':[{'symbol':'A','price':1.5,'note':'2023-12-29'},"
                            + "{'symbol':'B','price':0.12345678901234567890}]}}");
            String positions = sheet(files, 2);
            assertThat(positions)
                    .contains("<pane")
                    .contains("state=\"frozen\"")
                    .contains("<v>1.5</v>")
                    .contains("<v>45289");
            assertThat(text(entry(files, "xl/sharedStrings.xml")))
                    .contains("0.1234567890123456789", "Prices by Somebody, Inc.");
            assertThat(text(entry(files, "xl/workbook.xml"))).contains("name=\"About\"", "name=\"known.positions\"");
        }

        @Test
        void neverComputesAText() {
            String sheets = text(entry(workbook(ONE), "xl/sharedStrings.xml")) + sheet(workbook(ONE), 2);
            assertThat(sheets).contains("=A1").doesNotContain("<f>");
        }

        @Test
        void escapesMarkupAndShowsControlCharacters() {
            String strings =
                    text(entry(workbook("{'known':{'positions':[{'symbol':'<b>&\\u0007'}]}}"), "xl/sharedStrings.xml"));
            assertThat(strings).contains("&lt;b&gt;&amp;\\u0007");
        }

        @Test
        void isTheSameToTheByteAndCarriesTheTimeOfTheDocument() {
            XlsxRenderer xlsx = new XlsxRenderer(TestingDocuments::columns, folder);
            byte[] first = bytes(xlsx, TestingDocuments.of(TWO));
            assertThat(bytes(xlsx, TestingDocuments.of(TWO))).isEqualTo(first);
            assertThat(text(entry(unpacked(first), "docProps/core.xml"))).contains(">2024-01-02T15:04:05.678Z<");
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void givesLongNamesThatAreAlikeDifferentSheets() {
            String name = "x".repeat(40);
            String book = text(entry(
                    workbook("{'" + name + "':{'a':1},'" + name + "y':{'b':1},'"
                            + name.toUpperCase(java.util.Locale.ROOT) + "':{'c':1}}"),
                    "xl/workbook.xml"));
            List<String> names = Stream.of(book.split("<sheet name=\"", -1))
                    .skip(1)
                    .map(part -> part.substring(0, part.indexOf('"')).toLowerCase(java.util.Locale.ROOT))
                    .toList();
            assertThat(names).hasSize(4).doesNotHaveDuplicates().allMatch(each -> each.length() <= 31);
        }
    }

    @Nested
    class Json {
        @Test
        void isTheAnswerWithItsAttributions() throws IOException {
            byte[] bytes = bytes(new JsonRenderer(), TestingDocuments.of(ONE));
            JsonNode json = new JsonMapper().readTree(bytes);
            assertThat(json.path("export").path("attributions").path(0).asText())
                    .isEqualTo("Prices by Somebody, Inc.");
            assertThat(json.path("export").path("generated").asText()).isEqualTo("2024-01-02T10:04:05-05:00");
            assertThat(json.path("data").path("known").path("positions")).hasSize(2);
            assertThat(text(bytes)).contains("-1.10");
        }
    }

    @Test
    void twentyThousandRowsComeOutWhole(@TempDir Path folder) throws IOException {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "{'symbol':'S" + i + "','price':" + i + ".25}")
                .collect(Collectors.joining(","));
        ExportDocument document = TestingDocuments.of("{'known':{'positions':[" + rows + "]}}");
        assertThat(records(text(bytes(CSV, document)))).hasSize(20_001);
        Map<String, byte[]> book = unpacked(bytes(new XlsxRenderer(TestingDocuments::columns, folder), document));
        assertThat(text(entry(book, "xl/worksheets/sheet2.xml")))
                .contains("<row r=\"20001\"")
                .contains("<v>19999.25</v>");
    }
}
