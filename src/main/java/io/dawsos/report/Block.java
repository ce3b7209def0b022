package io.dawsos.report;

import java.util.List;

/** A part of a section; each kind has its template {@code blocks/<kind>.peb}. */
sealed interface Block {

    /** Name of the template. */
    String kind();

    /** Figures in large type, side by side. */
    record Tiles(List<Tile> tiles) implements Block {
        @Override
        public String kind() {
            return "tiles";
        }
    }

    /** One figure with its name. */
    record Tile(String label, Cell value) {}

    /**
     * A table whose heading is repeated on each page.
     *
     * @param total the last row, or none
     */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows, List<Cell> total) implements Block {
        @Override
        public String kind() {
            return "table";
        }

        Table part(int from, int to) {
            return new Table(caption, columns, rows.subList(from, to), to == rows.size() ? total : List.of());
        }

        Table captioned(String text) {
            return new Table(text, columns, rows, total);
        }
    }

    /** Names and values: two a line where all of them are short, else one. */
    record Facts(String caption, List<Tile> facts) implements Block {

        private static final int SHORT = 30;

        /** Public for the templates. */
        public boolean paired() {
            return facts.size() > 1
                    && facts.stream().allMatch(fact -> fact.value().text().length() <= SHORT);
        }

        @Override
        public String kind() {
            return "facts";
        }
    }

    /**
     * A chart.
     *
     * @param alt what it shows, in words, for those who do not see it
     * @param height in CSS pixels, 96 to the inch
     */
    record Figure(String id, String caption, String alt, int height, Chart chart) implements Block {
        @Override
        public String kind() {
            return "figure";
        }
    }

    /** A sentence. */
    record Note(String text) implements Block {
        @Override
        public String kind() {
            return "note";
        }
    }

    /** What is left out here, and why. */
    record Excluded(String title, String reason) implements Block {
        @Override
        public String kind() {
            return "excluded";
        }
    }

    /** Sentences as a list. */
    record Lines(String caption, List<String> lines) implements Block {
        @Override
        public String kind() {
            return "lines";
        }
    }
}
