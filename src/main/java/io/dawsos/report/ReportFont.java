package io.dawsos.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of a report; all are shipped, none is the machine's. */
enum ReportFont {
    REGULAR("Inter-Regular.ttf", "Inter", 400),
    SEMI_BOLD("Inter-SemiBold.ttf", "Inter", 700),
    MONO("NotoMono-Regular.ttf", "Noto Mono", 400),
    /** Hebrew, Arabic, Armenian, Georgian, symbols. */
    WIDER("DejaVuSans.ttf", "DejaVu Sans", 400),
    /** Chinese, Japanese, Korean. */
    EAST_ASIAN("WenQuanYiMicroHei.ttf", "WenQuanYi Micro Hei", 400);

    private final String file;
    private final String family;
    private final int weight;

    ReportFont(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    /** The font file; the caller closes it. */
    InputStream open() {
        return Resources.open("fonts/" + file);
    }

    /** Whether it has a glyph for a code point. */
    boolean has(int codePoint) {
        return Glyphs.of(this).getGlyphId(codePoint) != 0;
    }

    /** Read on first use: most reports need no more than the first. */
    private static final class Glyphs {
        private static final Map<ReportFont, CmapLookup> READ = new EnumMap<>(ReportFont.class);

        static synchronized CmapLookup of(ReportFont font) {
            return READ.computeIfAbsent(font, Glyphs::read);
        }

        private static CmapLookup read(ReportFont font) {
            try (InputStream in = font.open();
                    TrueTypeFont parsed = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in))) {
                return parsed.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException("font " + font.file + " cannot be read", e);
            }
        }
    }
}
