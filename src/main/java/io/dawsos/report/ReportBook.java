package io.dawsos.report;

import io.dawsos.export.BookParts;
import io.dawsos.export.ExportFile;
import io.dawsos.export.ExportFormat;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What {@code routes/report-book.camel.yaml} does beside camel-pdf's merging: a cover with contents before it; links, outline and page numbers
 * after it.
 */
public final class ReportBook {

    private final Templates templates = new Templates();
    private final Path folder;

    /** @param folder for what is written on the way, and for the book */
    public ReportBook(Path folder) {
        this.folder = folder;
    }

    /** What is to be merged: a cover with contents, then the reports. When it cannot be written, the reports are gone. */
    public List<File> files(BookParts parts) throws IOException {
        List<File> files = new ArrayList<>();
        parts.files().forEach(part -> files.add(part.path().toFile()));
        try {
            Path front = Files.createTempFile(folder, "front-", ".part");
            files.add(0, front.toFile());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(front))) {
                front(parts.title(), read(parts), out);
            }
            return files;
        } catch (IOException | RuntimeException e) {
            delete(files);
            throw e;
        }
    }

    private static List<BookPart> read(BookParts parts) throws IOException {
        List<BookPart> read = new ArrayList<>();
        for (ExportFile part : parts.files()) {
            read.add(BookPart.read(part.path()));
        }
        return read;
    }

    /** Laid out twice: how many pages it has is known after the first time, and numbers of pages take no other room than no numbers. */
    private void front(String title, List<BookPart> parts, OutputStream out) throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        lay(BookFront.of(title, parts, 0), first);
        try (PDDocument pages = Loader.loadPDF(first.toByteArray())) {
            lay(BookFront.of(title, parts, pages.getNumberOfPages()), out);
        }
    }

    private void lay(BookFront front, OutputStream out) throws IOException {
        DrawableText text = new DrawableText();
        BookFront drawable = new BookFront(
                text.of(front.title()),
                front.subtitle(),
                new Report.Footer(
                        text.of(front.footer().attribution()),
                        text.of(front.footer().origin()),
                        front.footer().generated()),
                front.lines().stream()
                        .map(line -> new BookFront.Line(
                                text.of(line.title()), text.of(line.detail()), line.page(), line.css()))
                        .toList());
        String html = templates.book(drawable, text.fonts());
        PdfPages.write(
                PdfPages.builder(html, text.fonts(), Map.of()), pages -> PdfNotes.write(pages, drawable.footer()), out);
    }

    /** The merged files as one book. The same reports give the same bytes. */
    public ExportFile bind(ByteArrayOutputStream merged, BookParts parts) throws IOException {
        Path file = Files.createTempFile(folder, "book-", ".part");
        try (PDDocument book = Loader.loadPDF(merged.toByteArray());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            List<BookPart> read = read(parts);
            int before = book.getNumberOfPages()
                    - read.stream().mapToInt(BookPart::pages).sum();
            BookPages.finish(book, read, before);
            LocalDate day = read.stream()
                    .map(BookPart::day)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            PdfIdentity.ofPages(book, day).stamp(book);
            PdfPages.save(book, out);
            return file(file, parts, day);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static ExportFile file(Path file, BookParts parts, LocalDate day) {
        return new ExportFile(
                file,
                ExportFormat.PDF.mediaType(),
                "DawsOS_book_" + day + ".pdf",
                distinct(parts, ExportFile::packId),
                distinct(parts, ExportFile::rightsVersion),
                parts.files().stream().anyMatch(ExportFile::shadow));
    }

    private static String distinct(BookParts parts, Function<ExportFile, String> text) {
        return parts.files().stream().map(text).distinct().collect(Collectors.joining(", "));
    }

    /** Removes what was merged. */
    public void delete(List<File> files) throws IOException {
        for (File file : files) {
            Files.deleteIfExists(file.toPath());
        }
    }
}
