package io.dawsos.report;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a text turns from left-to-right to right-to-left, by the Unicode bidirectional algorithm (UAX #9). A text whose first letter is
 * written from right to left is so as a whole; else numbers and signs within letters written from right to left belong to them. The library
 * sets what is found here in the order of the text, so that nothing may be split that has to change places.
 */
final class Directions implements BidiSplitter {

    private List<BidiTextRun> runs = List.of();

    @Override
    public void setParagraph(String text, byte direction) {
        runs = runs(text);
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        return runs.get(index);
    }

    @Override
    public byte getBaseDirection(String text) {
        return Bidi.getBaseDirection(text);
    }

    private static List<BidiTextRun> runs(String text) {
        Bidi bidi = new Bidi();
        bidi.setPara(text, Bidi.LEVEL_DEFAULT_LTR, null);
        if (bidi.getParaLevel() == 1) {
            return List.of(new BidiTextRun(0, text.length(), RTL));
        }
        List<BidiTextRun> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean turns = i == text.length() || bidi.getLevelAt(i) > 0 != bidi.getLevelAt(start) > 0;
            if (turns) {
                runs.add(new BidiTextRun(start, i - start, bidi.getLevelAt(start) > 0 ? RTL : LTR));
                start = i;
            }
        }
        return runs;
    }

    /** A text as it is seen from left to right, its Arabic letters joined; for what is drawn without the library. */
    static String visual(String text) {
        return reordered(new Order().shapeText(text), Bidi.LEVEL_DEFAULT_LTR);
    }

    private static String reordered(String text, byte level) {
        Bidi bidi = new Bidi();
        bidi.setPara(text, level, null);
        return bidi.writeReordered(Bidi.DO_MIRRORING);
    }

    /** What runs from right to left, as it is seen from left to right: numbers in it keep the order of their digits. */
    static final class Order extends ICUBidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            return reordered(text, Bidi.RTL);
        }
    }
}
