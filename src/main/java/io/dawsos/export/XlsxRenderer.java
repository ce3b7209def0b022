package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with a sheet a table: numbers are numbers, days are days, headers stay in sight. Its first sheet says whose data it is. */
public final class XlsxRenderer implements ExportRenderer {

    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;
    private static final int MOST_ROWS = 1_048_575;
    private static final int FLUSH = 500;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CREATED =
            Pattern.compile("(<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*(</dcterms:created>)");
    private static final String PROPERTIES = "docProps/core.xml";

    private final ColumnOrders orders;
    private final Path folder;

    /** @param folder for what is written on the way */
    public XlsxRenderer(ColumnOrders orders, Path folder) {
        this.orders = orders;
        this.folder = folder;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.XLSX;
    }

    @Override
    public void render(ExportDocument document, OutputStream out) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "workbook-", ".part");
        try {
            try (OutputStream file = Files.newOutputStream(draft);
                    Workbook workbook = new Workbook(file, "DawsOS", null)) {
                workbook.properties().setTitle(CellText.line(document.title()));
                fill(workbook, document);
            }
            dated(draft, DateTimeFormatter.ISO_INSTANT.format(document.generated()), out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void fill(Workbook workbook, ExportDocument document) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        about(workbook.newWorksheet(name("About", names)), document);
        for (Table table : Tables.of(document.response(), orders)) {
            sheet(workbook.newWorksheet(name(table.name(), names)), table);
        }
    }

    private static void about(Worksheet sheet, ExportDocument document) throws IOException {
        int row = 0;
        for (String line : Provenance.lines(document)) {
            sheet.value(row++, 0, shortened(line));
        }
        sheet.finish(); // a sheet is written to its end before the next begins
    }

    private static void sheet(Worksheet sheet, Table table) throws IOException {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, shortened(CellText.line(table.columns().get(column))));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        int row = 1;
        for (List<JsonNode> cells : table.rows()) {
            if (row > MOST_ROWS) {
                throw new IOException("A sheet holds " + MOST_ROWS + " rows, and " + table.name() + " has more");
            }
            for (int column = 0; column < cells.size(); column++) {
                cell(sheet, row, column, cells.get(column));
            }
            if (row++ % FLUSH == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int row, int column, JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) == 0) {
                sheet.value(row, column, number.doubleValue());
            } else {
                sheet.value(row, column, CellText.number(number)); // a cell has 15 digits, and this figure more
            }
        } else if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else if (!value.isNull() && !value.isMissingNode()) {
            text(sheet, row, column, CellText.plain(value));
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            sheet.value(row, column, day.get());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, shortened(text));
        }
    }

    /** A day from 1900 on: a sheet knows none before. */
    private static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }

    /** At most 31 characters, none of those that a sheet's name must not have, and no name twice. */
    private static String name(String table, Set<String> taken) {
        String plain = table.replaceAll("[^A-Za-z0-9._ -]", "_");
        String name = plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            String end = "~" + n;
            name = name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    /** The library dates what it writes by the clock of the machine: here all comes out with the time of the document. */
    private static void dated(Path workbook, String created, OutputStream out) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8);
                ZipOutputStream zip = Archives.open(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                Archives.entry(zip, entry.getName());
                try (InputStream part = in.getInputStream(entry)) {
                    copy(part, entry.getName().equals(PROPERTIES) ? Optional.of(created) : Optional.empty(), zip);
                }
                zip.closeEntry();
            }
        }
    }

    private static void copy(InputStream part, Optional<String> created, OutputStream out) throws IOException {
        if (created.isEmpty()) {
            part.transferTo(out);
            return;
        }
        String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
        out.write(
                CREATED.matcher(text).replaceFirst("$1" + created.get() + "$2").getBytes(StandardCharsets.UTF_8));
    }
}
