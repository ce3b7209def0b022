package io.dawsos.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What lies beneath the text of a PDF. */
final class TestingStructure {

    private TestingStructure() {}

    /** All structure elements, in reading order. */
    static List<COSDictionary> elements(PDDocument document) {
        List<COSDictionary> found = new ArrayList<>();
        collect(
                document.getDocumentCatalog()
                        .getStructureTreeRoot()
                        .getCOSObject()
                        .getDictionaryObject(COSName.K),
                found);
        return found;
    }

    private static void collect(COSBase node, List<COSDictionary> found) {
        if (node instanceof COSObject reference) {
            collect(reference.getObject(), found);
        } else if (node instanceof COSArray kids) {
            kids.forEach(kid -> collect(kid, found));
        } else if (node instanceof COSDictionary element && element.containsKey(COSName.S)) {
            found.add(element);
            COSBase kids = element.getDictionaryObject(COSName.K);
            if (kids != null) {
                collect(kids, found);
            }
        }
    }

    /** The first id of the file. */
    static String id(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getDocument().getDocumentID().get(0).toString();
        }
    }

    /** All characters in the order in which they are drawn. */
    static String drawn(PDDocument document) throws IOException {
        StringBuilder text = new StringBuilder();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                text.append(position.getUnicode());
            }
        }.getText(document);
        return text.toString();
    }
}
