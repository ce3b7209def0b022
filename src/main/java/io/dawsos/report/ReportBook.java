package io.dawsos.report;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What {@code routes/report-book.camel.yaml} does beside camel-pdf's merging: files before it, page numbers of the book after it. */
public final class ReportBook {

    /**
     * The reports as files in a folder of their own, in order.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public List<File> files(List<byte[]> reports) throws IOException {
        if (reports.size() < 2) {
            throw new IllegalArgumentException("a book has at least two reports; there are " + reports.size());
        }
        Path folder = Files.createTempDirectory("dawsos-book");
        List<File> files = new ArrayList<>();
        for (byte[] report : reports) {
            Path file = folder.resolve("report-" + files.size() + ".pdf");
            Files.write(file, report);
            files.add(file.toFile());
        }
        return files;
    }

    /** The merged reports with a page number of the book on each page. The same reports give the same bytes. */
    public byte[] number(ByteArrayOutputStream merged) throws IOException {
        byte[] content = merged.toByteArray();
        ByteArrayOutputStream book = new ByteArrayOutputStream(content.length);
        try (PDDocument document = Loader.loadPDF(content)) {
            PdfStamps.bookNumbers(document);
            PdfIdentity.setId(document, id(document));
            document.save(book);
        }
        return book.toByteArray();
    }

    /** From what the pages are, not from the file: merging gives the file a new id each time. */
    private static long id(PDDocument document) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (var page : document.getPages()) {
            digest.update(page.getContents().readAllBytes());
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** Removes the files and their folder. */
    public void delete(List<File> files) throws IOException {
        for (File file : files) {
            Files.deleteIfExists(file.toPath());
        }
        for (File file : files.subList(0, Math.min(1, files.size()))) {
            Files.deleteIfExists(Path.of(file.getParent()));
        }
    }
}
