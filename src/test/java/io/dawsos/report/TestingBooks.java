package io.dawsos.report;

import io.dawsos.export.BookParts;
import io.dawsos.export.ExportDocument;
import io.dawsos.export.ExportFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** Books by {@code routes/report-book.camel.yaml}, from where its reports are rendered on: who may have them is decided elsewhere. */
final class TestingBooks implements AutoCloseable {

    static final String TITLE = "Fourth quarter 2023";

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Path folder;

    TestingBooks(Path folder) throws Exception {
        this.folder = folder;
        for (String station : List.of("decideBook", "auditBook", "refuseBook", "renderBook")) {
            camel.getRegistry().bind(station, (Processor) exchange -> {});
        }
        camel.getRegistry().bind("bookIsRefused", (Predicate) exchange -> false);
        camel.getRegistry().bind("reportBook", new ReportBook(folder));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel)
                        .resolveResource("classpath:routes/report-book.camel.yaml"));
        camel.start();
    }

    ExportFile bind(BookParts parts) {
        ProducerTemplate template = camel.createProducerTemplate();
        return template.requestBody("direct:report-book", parts, ExportFile.class);
    }

    byte[] book(ExportDocument... documents) throws IOException {
        Path file = bind(parts(documents)).path();
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        return content;
    }

    BookParts parts(ExportDocument... documents) throws IOException {
        List<ExportFile> files = new ArrayList<>();
        for (ExportDocument document : documents) {
            Path file = Files.createTempFile(folder, "export-", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PdfRenderer.ofBookParts().render(document, out);
            }
            files.add(new ExportFile(file, "application/pdf", "x.pdf", TestingDocuments.PACK, "1.0", false));
        }
        return new BookParts(TITLE, files);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
