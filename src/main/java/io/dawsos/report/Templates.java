package io.dawsos.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reports as XHTML, by the templates of {@code src/main/resources/report}. Every value is escaped. */
final class Templates {

    /** Who numbers the pages. */
    enum Numbers {
        /** The report itself. */
        OWN,
        /** The report once its appendix is there. */
        STAMPED,
        /** The book that the report is a part of; it has the contents too. */
        OF_THE_BOOK
    }

    private final PebbleEngine engine;
    private final String css;

    Templates() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("report");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .build();
        css = Resources.text("report.css");
    }

    /** The whole report: cover, contents, sections. */
    String report(Report report, Set<ReportFont> fonts, Numbers numbers) {
        return fill("report.peb", report, fonts, numbers);
    }

    /** Cover and contents of a book. */
    String book(BookFront front, Set<ReportFont> fonts) {
        return fill("book.peb", front, fonts, Numbers.OF_THE_BOOK);
    }

    /** Further pages of a report: its sections alone, whose page numbers are stamped later. */
    String continued(Report report, Set<ReportFont> fonts) {
        return fill("continued.peb", report, fonts, Numbers.STAMPED);
    }

    private String fill(String template, Object report, Set<ReportFont> fonts, Numbers numbers) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("report", report);
        values.put("css", css);
        values.put("families", families(fonts));
        values.put("numbered", numbers == Numbers.OWN);
        values.put("contents", numbers != Numbers.OF_THE_BOOK);
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, values);
        } catch (IOException e) {
            throw new UncheckedIOException("template report/" + template + " cannot be filled", e);
        }
        return out.toString();
    }

    private static String families(Set<ReportFont> fonts) {
        StringBuilder families = new StringBuilder("Inter");
        fonts.stream()
                .filter(font -> font == ReportFont.WIDER || font == ReportFont.EAST_ASIAN)
                .forEach(font -> families.append(", '").append(font.family()).append('\''));
        return families.toString();
    }
}
