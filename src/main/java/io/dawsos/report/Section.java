package io.dawsos.report;

import java.util.List;

/**
 * A chapter of a report: a line of the table of contents.
 *
 * @param id anchor within the document
 */
record Section(String id, String title, List<Block> blocks) {

    /** In CSS pixels, 96 to the inch: half a page. */
    private static final int SHORT = 440;

    private static final int HEADING = 48;

    Section {
        blocks = List.copyOf(blocks);
    }

    /** Whether it may follow another on the same page, in one piece; public for the templates. */
    public boolean brief() {
        return HEADING + blocks.stream().mapToInt(Block::height).sum() <= SHORT;
    }
}
