package io.dawsos.report;

import io.dawsos.export.ExportDocument;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What makes a file the same file: its id and its dates. Both come from what the answer was computed from, not from the clock: the day of
 * the pack, and a hash of title, pattern, pack, ledger commit and result.
 */
record PdfIdentity(LocalDate day, COSString id) {

    private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);

    static PdfIdentity of(ExportDocument document) {
        Answer answer = new Answer(document.response());
        String day = answer.trace("pack_date");
        String content = String.join(
                "\n",
                document.title(),
                document.patternId(),
                answer.trace("pattern_version"),
                answer.trace("pricing_pack_id"),
                answer.trace("ledger_commit_hash"),
                answer.trace("result_hash"));
        return new PdfIdentity(day.isEmpty() ? UNDATED : LocalDate.parse(day), id(DigestUtils.sha256(content)));
    }

    /** As long as ids are that libraries make. */
    private static COSString id(byte[] digest) {
        return new COSString(Arrays.copyOf(digest, 16));
    }

    /** Of a book: its id is that of its pages, whatever file they were in. */
    static PdfIdentity ofPages(PDDocument book, LocalDate day) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (PDPage page : book.getPages()) {
            try (InputStream contents = page.getContents()) {
                digest.update(contents.readAllBytes());
            }
        }
        return new PdfIdentity(day, id(digest.digest()));
    }

    void stamp(PDDocument document) {
        GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        COSArray ids = new COSArray();
        ids.add(id);
        ids.add(id);
        // left to itself, the library would make one of all that is known about the file, the time among it
        document.getDocument().setDocumentID(ids);
    }
}
