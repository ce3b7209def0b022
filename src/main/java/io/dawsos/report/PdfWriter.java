package io.dawsos.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdfparser.xref.NormalXReference;
import org.apache.pdfbox.pdfparser.xref.XReferenceEntry;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes a file whose cross-reference stream has an entry for itself. PDFBox numbers that stream like every object and lists every object but
 * that one, which strict readers report.
 */
final class PdfWriter extends COSWriter {

    private PdfWriter(OutputStream out) {
        super(out, CompressParameters.DEFAULT_COMPRESSION);
    }

    static void write(PDDocument document, OutputStream out) throws IOException {
        prepare(document);
        new PdfWriter(out).write(document);
    }

    /** The document alone knows which fonts are to be reduced to their used glyphs; it does so when it is saved, before the first byte. */
    private static void prepare(PDDocument document) throws IOException {
        try {
            document.save(new Prepared());
        } catch (Stop expected) {
            return;
        }
        throw new IllegalStateException("a document was saved without a byte");
    }

    @Override
    protected void addXRefEntry(XReferenceEntry entry) {
        super.getXRefEntries().add(entry);
    }

    /** Asked for once, when all other objects are written and the stream begins at the present position. */
    @Override
    protected List<XReferenceEntry> getXRefEntries() {
        List<XReferenceEntry> entries = new ArrayList<>(super.getXRefEntries());
        long highest = entries.stream()
                .mapToLong(entry -> entry.getReferencedKey().getNumber())
                .max()
                .orElse(0);
        entries.add(new NormalXReference(getStandardOutput().getPos(), new COSObjectKey(highest + 1, 0), COSNull.NULL));
        return entries;
    }

    /** Takes no byte. */
    private static final class Prepared extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new Stop();
        }
    }

    private static final class Stop extends IOException {
        private static final long serialVersionUID = 1;
    }
}
