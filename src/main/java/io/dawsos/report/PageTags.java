package io.dawsos.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * Tags for pages that were laid out without: the text of each page is one paragraph. A tag for each cell of a table of 20,000 rows would
 * take more memory than the table itself.
 */
final class PageTags {

    private static final byte[] BEGIN = "/P <</MCID 0>> BDC\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\nEMC\n".getBytes(StandardCharsets.US_ASCII);

    private PageTags() {}

    /** Tags all pages from that one on, the first being 0. */
    static void add(PDDocument document, int from) throws IOException {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        PDStructureElement top = root.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the report has no structure to add its appendix to"));
        Map<Integer, COSObjectable> parents = new TreeMap<>(root.getParentTree().getNumbers());
        int key = root.getParentTreeNextKey();
        for (int i = from; i < document.getNumberOfPages(); i++) {
            PDPage page = document.getPage(i);
            PDStructureElement paragraph = new PDStructureElement("P", top);
            paragraph.setPage(page);
            paragraph.getCOSObject().setItem(COSName.K, COSInteger.ZERO);
            top.appendKid(paragraph);
            page.setStructParents(key);
            COSArray marked = new COSArray();
            marked.add(paragraph);
            parents.put(key++, new PDParentTreeValue(marked));
            wrap(document, page);
        }
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(key);
    }

    private static void wrap(PDDocument document, PDPage page) throws IOException {
        COSArray contents = new COSArray();
        contents.add(new PDStream(document, new ByteArrayInputStream(BEGIN)));
        COSBase before = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (before instanceof COSArray streams) {
            streams.forEach(contents::add);
        } else {
            contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
        }
        contents.add(new PDStream(document, new ByteArrayInputStream(END)));
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
    }
}
