package io.dawsos.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipOutputStream;

/**
 * One table a file, by RFC 4180; above its header, lines that begin with {@code #} say whose data it is and where it comes from. A document of several tables is
 * a ZIP of them with a manifest.
 */
public final class CsvRenderer implements PackagingRenderer {

    private final ColumnOrders orders;
    private final CsvWriter writer;

    public CsvRenderer(ColumnOrders orders, CsvWriter writer) {
        this.orders = orders;
        this.writer = writer;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.CSV;
    }

    @Override
    public boolean isPacked(ExportDocument document) {
        return Tables.of(document.response(), orders).size() != 1;
    }

    @Override
    public void render(ExportDocument document, OutputStream out) throws IOException {
        List<Table> tables = Tables.of(document.response(), orders);
        List<String> comments = Provenance.lines(document);
        if (tables.size() == 1) {
            write(tables.get(0), comments, out);
            return;
        }
        List<Manifest.File> files = new ArrayList<>();
        try (ZipOutputStream zip = Archives.open(out)) {
            for (Table table : tables) {
                String name = Archives.fileName(table.name()) + ".csv";
                Archives.entry(zip, name);
                files.add(new Manifest.File(name, table.name(), table.columns(), write(table, comments, zip)));
                zip.closeEntry();
            }
            Archives.entry(zip, "manifest.json");
            zip.write(Manifest.bytes(document, files));
            zip.closeEntry();
        }
    }

    private long write(Table table, List<String> comments, OutputStream out) throws IOException {
        for (String comment : comments) {
            out.write(("# " + comment + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        Counted rows = new Counted(table);
        writer.write(rows, out);
        return rows.count;
    }

    /** The header, then texts of rows, counted as they pass. */
    private static final class Counted implements Iterator<List<String>> {

        private final Table table;
        private final Iterator<List<JsonNode>> rows;
        private boolean headed;
        private long count;

        Counted(Table table) {
            this.table = table;
            this.rows = table.rows().iterator();
        }

        @Override
        public boolean hasNext() {
            return !headed || rows.hasNext();
        }

        @Override
        public List<String> next() {
            if (!headed) {
                headed = true;
                return table.columns().stream()
                        .map(CellText::shown)
                        .map(CellText::guarded)
                        .toList();
            }
            count++;
            List<JsonNode> row = rows.next();
            List<String> texts = new ArrayList<>(row.size());
            row.forEach(value -> texts.add(CellText.guarded(value)));
            return texts;
        }
    }
}
