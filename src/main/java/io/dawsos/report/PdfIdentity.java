package io.dawsos.report;

import io.dawsos.export.ExportDocument;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What makes a file the same file: its id and its dates. Both come from what the answer was computed from, not from the clock: the day of
 * the pack, and a hash of title, pattern, pack, ledger commit and result.
 */
record PdfIdentity(LocalDate day, long id) {

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
        return new PdfIdentity(day.isEmpty() ? UNDATED : LocalDate.parse(day), hash(content));
    }

    private static long hash(String content) {
        return ByteBuffer.wrap(DigestUtils.sha256(content)).getLong();
    }

    void stamp(PDDocument document) {
        GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        setId(document, id);
    }

    /** Gives the file this id, whatever id the files had that it was put together from. */
    static void setId(PDDocument document, long id) {
        document.getDocument().getTrailer().removeItem(COSName.ID);
        document.setDocumentId(id);
    }
}
