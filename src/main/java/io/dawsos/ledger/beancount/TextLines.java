package io.dawsos.ledger.beancount;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file, decoded strictly. A line that cannot be decoded is a fault of its own and marked as lost. */
final class TextLines {

    /** Longest line, in bytes. */
    static final int MAX_LINE = 4096;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A line and its place; of a lost line only the first character is known. */
    record Line(Place place, String text, boolean lost) {

        boolean isIndented() {
            return text.startsWith(" ") || text.startsWith("\t");
        }
    }

    private final String file;
    private final Faults faults;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    private TextLines(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    static List<Line> of(String file, byte[] bytes, Faults faults) {
        return new TextLines(file, faults).split(bytes);
    }

    private List<Line> split(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        for (int number = 1; start < bytes.length; number++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int length = end - start - (end > start && bytes[end - 1] == '\r' ? 1 : 0);
            lines.add(decode(new Place(file, number), ByteBuffer.wrap(bytes, start, length)));
            start = end + 1;
        }
        return lines;
    }

    private Line decode(Place place, ByteBuffer bytes) {
        int start = bytes.position();
        String first = bytes.hasRemaining() ? Character.toString(bytes.get(start) & 0x7F) : "";
        if (bytes.remaining() > MAX_LINE) {
            faults.add(
                    place, "the line is " + bytes.remaining() + " bytes long; at most " + MAX_LINE + " are supported");
            return new Line(place, first, true);
        }
        try {
            return new Line(place, utf8.decode(bytes).toString(), false);
        } catch (CharacterCodingException e) {
            // the decoder stops in front of the first byte that fits nothing
            int column = bytes.position() - start + 1;
            faults.add(
                    place,
                    String.format(
                            "byte %d of the line, 0x%02X, is not UTF-8; save the file as UTF-8",
                            column, bytes.get(bytes.position())));
            return new Line(place, first, true);
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
