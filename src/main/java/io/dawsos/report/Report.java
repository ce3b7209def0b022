package io.dawsos.report;

import java.util.List;

/**
 * A report before it has pages.
 *
 * @param subtitle what it is about: period, day, currency
 * @param highlights figures of the cover
 * @param provenance what it was computed from, for the cover
 * @param footer texts at the foot of each page
 */
record Report(
        String title,
        String subtitle,
        List<Block.Tile> highlights,
        List<Block.Tile> provenance,
        Footer footer,
        List<Section> sections) {

    private static final int COVER_LINES = 10;

    Report {
        highlights = List.copyOf(highlights);
        provenance = List.copyOf(provenance);
        sections = List.copyOf(sections);
    }

    /**
     * Foot of each page.
     *
     * @param attribution what providers want said
     * @param origin pack and ledger
     * @param generated when, with its zone
     */
    record Footer(String attribution, String origin, String generated) {}

    /** Whether the contents have room on the cover; public for the templates. */
    public boolean contentsOnCover() {
        return sections.size() <= COVER_LINES;
    }

    Report with(List<Section> others) {
        return new Report(title, subtitle, highlights, provenance, footer, others);
    }
}
