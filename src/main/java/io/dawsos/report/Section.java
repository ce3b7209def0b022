package io.dawsos.report;

import java.util.List;

/**
 * A chapter of a report: a line of the table of contents.
 *
 * @param id anchor within the document
 */
record Section(String id, String title, List<Block> blocks) {

    Section {
        blocks = List.copyOf(blocks);
    }
}
