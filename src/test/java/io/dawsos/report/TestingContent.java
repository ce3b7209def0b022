package io.dawsos.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a PDF holds, whatever its streams were compressed with: every object by its number, every stream unpacked. */
final class TestingContent {

    private static final List<COSName> PACKING = List.of(COSName.LENGTH, COSName.FILTER, COSName.DECODE_PARMS);

    private TestingContent() {}

    /** SHA-256 of it in hexadecimal digits. */
    static String digest(byte[] pdf) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDocument objects = document.getDocument();
            List<COSObjectKey> keys = new ArrayList<>(objects.getXrefTable().keySet());
            keys.sort(null);
            for (COSObjectKey key : keys) {
                COSBase object = objects.getObjectFromPool(key).getObject();
                if (object instanceof COSDictionary one && packs(one)) {
                    continue;
                }
                add(digest, key.getNumber() + " " + text(object));
                if (object instanceof COSStream stream) {
                    try (InputStream content = stream.createInputStream()) {
                        digest.update(content.readAllBytes());
                    }
                }
            }
            add(digest, text(objects.getTrailer().getDictionaryObject(COSName.ID)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Streams that hold other objects and where they are: their bytes are those of the packing. */
    private static boolean packs(COSDictionary object) {
        COSName type = object.getCOSName(COSName.TYPE);
        return COSName.OBJ_STM.equals(type) || COSName.XREF.equals(type);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(COSBase object) {
        if (object instanceof COSObject reference) {
            return reference.getKey().getNumber() + " R";
        }
        if (object instanceof COSArray array) {
            List<String> items = new ArrayList<>();
            array.forEach(item -> items.add(text(item)));
            return items.toString();
        }
        if (object instanceof COSDictionary dictionary) {
            Map<String, String> entries = new TreeMap<>();
            dictionary.entrySet().stream()
                    .filter(entry -> !PACKING.contains(entry.getKey()))
                    .forEach(entry -> entries.put(entry.getKey().getName(), text(entry.getValue())));
            return entries.toString();
        }
        return String.valueOf(object);
    }
}
