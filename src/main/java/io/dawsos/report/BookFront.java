package io.dawsos.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cover and contents of a book before they have pages. */
record BookFront(String title, String subtitle, Report.Footer footer, List<Line> lines) {

    /** Address of a page of the book, the first being 1: links are set to the page itself when all pages are there. */
    static final String PAGE = "book://page/";

    private static final String SEPARATOR = " | ";

    /**
     * A line of the contents.
     *
     * @param detail beside the title, in small type
     * @param page in the book, the first being 1
     * @param css class of {@code report.css}
     */
    record Line(String title, String detail, int page, String css) {
        /** Where a click leads; public for the templates. */
        public String href() {
            return PAGE + page;
        }
    }

    BookFront {
        lines = List.copyOf(lines);
    }

    /** @param before pages before the first report */
    static BookFront of(String title, List<BookPart> parts, int before) {
        List<Line> lines = new ArrayList<>();
        int page = before + 1;
        for (BookPart part : parts) {
            lines.add(new Line(part.title(), part.subtitle(), page, "part"));
            for (BookPart.Heading heading : part.headings()) {
                lines.add(new Line(heading.title(), "", page + heading.page(), "within"));
            }
            page += part.pages();
        }
        Report.Footer footer = new Report.Footer(
                joined(parts, Report.Footer::attribution, BookFront::single),
                joined(parts, Report.Footer::origin, Stream::of),
                parts.get(0).footer().generated());
        return new BookFront(title, parts.size() + " reports", footer, lines);
    }

    private static Stream<String> single(String texts) {
        return Stream.of(texts.split(" \\| ", -1));
    }

    private static String joined(
            List<BookPart> parts, Function<Report.Footer, String> text, Function<String, Stream<String>> texts) {
        Collection<String> distinct = new LinkedHashSet<>();
        parts.forEach(part -> texts.apply(text.apply(part.footer())).forEach(distinct::add));
        return String.join(SEPARATOR, distinct);
    }
}
