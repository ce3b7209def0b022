package io.dawsos.export;

import io.dawsos.failure.Failure;
import io.dawsos.failure.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stations of a book: those of an export, for each of its reports. What may not leave keeps back all, and each report has its own row in
 * the audit.
 */
public final class BookDesk {

    private static final long MEGABYTE = 1 << 20;

    private final ExportDesk desk;
    private final int mostMegabytes;

    /**
     * @param desk that renders reports as parts of a book
     * @param mostMegabytes of all its reports together: they are put together in memory
     */
    public BookDesk(ExportDesk desk, int mostMegabytes) {
        this.desk = desk;
        this.mostMegabytes = mostMegabytes;
    }

    /** Decides over each report. When one may not leave, neither may the others, and their refusals say so. */
    public BookAttempt decide(BookRequest request) {
        List<ExportAttempt> decided =
                request.reports().stream().map(desk::decide).toList();
        Optional<Failure> refusal = decided.stream()
                .flatMap(attempt -> attempt.refusal().stream())
                .findFirst()
                .map(first -> told(first, decided));
        return new BookAttempt(
                request.title(),
                decided.stream().map(one -> keptBack(one, refusal)).toList(),
                refusal);
    }

    private static ExportAttempt keptBack(ExportAttempt attempt, Optional<Failure> refusal) {
        return refusal.isEmpty() || attempt.refusal().isPresent()
                ? attempt
                : attempt.keptBack(new Failure(
                        refusal.get().reason(),
                        "Kept back with the book it was asked for in: "
                                + refusal.get().detail()));
    }

    /** The first refusal in its own words, and which results are refused, each with its reason. */
    private static Failure told(Failure first, List<ExportAttempt> decided) {
        Map<String, Object> extensions = new LinkedHashMap<>(first.extensions());
        extensions.put(
                "refused",
                decided.stream()
                        .filter(attempt -> attempt.refusal().isPresent())
                        .map(BookDesk::refused)
                        .toList());
        return new Failure(first.reason(), first.detail(), first.violations(), extensions);
    }

    private static Map<String, Object> refused(ExportAttempt attempt) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("request_id", attempt.request().executionId().toString());
        one.put("detail", attempt.refusal().orElseThrow().detail());
        return one;
    }

    /** A row for each report. Where the profile demands rows, one that cannot be written keeps back all. */
    public void audit(BookAttempt attempt) {
        attempt.reports().forEach(desk::audit);
    }

    /** Whether nothing goes out. */
    public boolean isRefused(BookAttempt attempt) {
        return attempt.refusal().isPresent();
    }

    /** Each report as a whole file; when one cannot be written, or all together are too large, none is left. */
    public BookParts render(BookAttempt attempt) {
        List<ExportFile> files = new ArrayList<>();
        try {
            long size = 0;
            for (ExportAttempt report : attempt.reports()) {
                ExportFile file = desk.render(report);
                files.add(file);
                size += Files.size(file.path());
                if (size > mostMegabytes * MEGABYTE) {
                    throw tooLarge(files.size() - 1);
                }
            }
            return new BookParts(attempt.title(), files);
        } catch (IOException e) {
            delete(files);
            throw new UncheckedIOException("A report of a book cannot be read", e);
        } catch (RuntimeException e) {
            delete(files);
            throw e;
        }
    }

    private Failure tooLarge(int index) {
        return Failure.invalid(List.of(new Violation(
                "/request_ids/" + index,
                "With this report the book has more than " + mostMegabytes
                        + " MB; ask for fewer reports, and for long ones by themselves")));
    }

    private static void delete(List<ExportFile> files) {
        for (ExportFile file : files) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                throw new UncheckedIOException("The report " + file.path() + " cannot be removed", e);
            }
        }
    }
}
