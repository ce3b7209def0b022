package io.dawsos.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Stroke;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Colours, strokes and fonts of the charts; {@code report.css} has the same colours for the text. */
final class Palette {

    static final Color ACCENT = new Color(0x00ACC1);
    static final Color ACCENT_SOFT = new Color(0xDDF3F6);
    static final Color DEEP = new Color(0x17384A);
    static final Color LOSS = new Color(0xC0504D);
    static final Color LOSS_SOFT = new Color(0xF4DEDD);
    static final Color INK = new Color(0x33404A);
    static final Color GRID = new Color(0xE3E8EB);
    static final Color AXIS = new Color(0x9AA7AF);
    static final Stroke HAIR = new BasicStroke(0.6f);
    static final Stroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final float SIZE = 9.5f;

    private static final Font BASE = read(ReportFont.REGULAR);
    /** The others, read on first use: most reports need none. */
    private static final Map<ReportFont, Font> READ = new ConcurrentHashMap<>();

    private Palette() {}

    static Font font() {
        return BASE.deriveFont(SIZE);
    }

    /** Another of the report's fonts, in the size of charts. */
    static Font font(ReportFont font) {
        return font == ReportFont.REGULAR
                ? font()
                : READ.computeIfAbsent(font, Palette::read).deriveFont(SIZE);
    }

    private static Font read(ReportFont font) {
        try (InputStream in = font.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("font " + font + " is not a TrueType font", e);
        } catch (IOException e) {
            throw new UncheckedIOException("font " + font + " cannot be read", e);
        }
    }
}
