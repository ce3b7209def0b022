package io.dawsos.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dawsos.export.Exclusion;
import io.dawsos.export.ExportDocument;
import io.dawsos.export.Watermark;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Texts as the fonts can draw them. White space is a space, other control characters and what no font has become {@link #REPLACEMENT};
 * which ones, and which fonts are needed beyond Inter, is known afterwards. Markup stays text: the templates escape it.
 */
final class DrawableText {

    /** White square: all of the report's own fonts have it. */
    static final String REPLACEMENT = "\u25a1";

    private final Set<ReportFont> fonts = EnumSet.of(ReportFont.REGULAR, ReportFont.SEMI_BOLD, ReportFont.MONO);
    private final SortedSet<String> missing = new TreeSet<>();

    ExportDocument of(ExportDocument document) {
        return new ExportDocument(
                of(document.title()),
                of(document.patternId()),
                of(document.response()),
                document.attributions().stream().map(this::of).toList(),
                document.watermark().map(mark -> new Watermark(of(mark.text()), mark.opacity(), mark.position())),
                document.exclusions().stream()
                        .map(one -> new Exclusion(one.output(), of(one.title()), of(one.reason())))
                        .toList(),
                document.generated(),
                document.zone());
    }

    /** Fonts that the texts so far need. */
    Set<ReportFont> fonts() {
        return Collections.unmodifiableSet(fonts);
    }

    /** Characters that were replaced, in order. */
    SortedSet<String> missing() {
        return Collections.unmodifiableSortedSet(missing);
    }

    String of(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        if (plain) {
            return text;
        }
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(drawn, point));
        return drawn.toString();
    }

    private void append(StringBuilder drawn, int point) {
        if (Character.isWhitespace(point) || point == '\u0085') {
            drawn.append(' ');
        } else if (invisible(point)) {
            return;
        } else if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE || !known(point)) {
            missing.add(String.format(Locale.ROOT, "U+%04X", point));
            drawn.append(REPLACEMENT);
        } else {
            drawn.appendCodePoint(point);
        }
    }

    /** Joiners, marks of direction, byte order marks: they have no glyph, and overrides could hide what a text says. */
    private static boolean invisible(int point) {
        return Character.getType(point) == Character.FORMAT;
    }

    private boolean known(int point) {
        if (ReportFont.REGULAR.has(point)) {
            return true;
        }
        for (ReportFont font : new ReportFont[] {ReportFont.WIDER, ReportFont.EAST_ASIAN}) {
            if (font.has(point)) {
                fonts.add(font);
                return true;
            }
        }
        return false;
    }

    private JsonNode of(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            String drawn = of(text);
            return drawn.equals(text) ? node : TextNode.valueOf(drawn);
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(one -> copy.add(of(one)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                copy.set(of(field.getKey()), of(field.getValue()));
            }
            return copy;
        }
        return node;
    }
}
