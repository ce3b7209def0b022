package io.dawsos.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables too long to be laid out at once. The report shows their beginning and says so; the whole of them follows as an appendix, in parts
 * that are laid out one after the other.
 *
 * @param report with short tables only
 * @param parts the appendix, in order
 */
record LongTables(Report report, List<Report> parts) {

    /** A table with more rows than this is long. */
    static final int LONG = 1_200;

    private static final int SHOWN = 50;
    private static final int PART = 400;

    static LongTables of(Report report) {
        List<Section> sections = new ArrayList<>();
        List<Section> appendix = new ArrayList<>();
        for (Section section : report.sections()) {
            List<Block> blocks = new ArrayList<>();
            for (Block block : section.blocks()) {
                if (block instanceof Block.Table table && table.rows().size() > LONG) {
                    blocks.add(beginning(table));
                    appendix.addAll(parts(section, table));
                } else {
                    blocks.add(block);
                }
            }
            sections.add(new Section(section.id(), section.title(), blocks));
        }
        if (appendix.isEmpty()) {
            return new LongTables(report, List.of());
        }
        sections.add(divider(report));
        return new LongTables(
                report.with(sections),
                appendix.stream().map(part -> report.with(List.of(part))).toList());
    }

    private static Block.Table beginning(Block.Table table) {
        String caption =
                table.caption() + ": the first " + SHOWN + " of " + count(table) + ", all of them in the appendix";
        return new Block.Table(caption, table.columns(), table.rows().subList(0, SHOWN), table.total());
    }

    private static Section divider(Report report) {
        List<String> lines = new ArrayList<>();
        report.sections()
                .forEach(section -> section.blocks().stream()
                        .filter(Block.Table.class::isInstance)
                        .map(Block.Table.class::cast)
                        .filter(table -> table.rows().size() > LONG)
                        .forEach(table -> lines.add(table.caption() + ": " + count(table) + " rows")));
        return new Section(
                "appendix", "Appendix", List.of(new Block.Lines("Complete, on the pages that follow", lines)));
    }

    private static List<Section> parts(Section section, Block.Table table) {
        List<Section> parts = new ArrayList<>();
        int rows = table.rows().size();
        for (int from = 0; from < rows; from += PART) {
            int to = Math.min(rows, from + PART);
            String caption = table.caption() + ", rows " + Format.INTEGER.show(BigDecimal.valueOf(from + 1L)) + " to "
                    + Format.INTEGER.show(BigDecimal.valueOf(to));
            parts.add(new Section(
                    section.id() + "-" + from,
                    section.title(),
                    List.of(table.part(from, to).captioned(caption))));
        }
        return parts;
    }

    private static String count(Block.Table table) {
        return Format.INTEGER.show(BigDecimal.valueOf(table.rows().size()));
    }
}
