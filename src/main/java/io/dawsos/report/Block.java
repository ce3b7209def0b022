package io.dawsos.report;

import java.util.List;

/** A part of a section; each kind has its template {@code blocks/<kind>.peb}. */
sealed interface Block {

    /** Name of the template. */
    String kind();

    /** About how high it is, in CSS pixels, 96 to the inch. */
    int height();

    /** Figures in large type, side by side. */
    record Tiles(List<Tile> tiles) implements Block {
        @Override
        public String kind() {
            return "tiles";
        }

        @Override
        public int height() {
            return 72;
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

        @Override
        public int height() {
            return 46 + 18 * (total.isEmpty() ? rows.size() : rows.size() + 1);
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

        @Override
        public int height() {
            return 36 + 21 * (paired() ? (facts.size() + 1) / 2 : facts.size());
        }
    }

    /**
     * A chart.
     *
     * @param alt what it shows, in words, for those who do not see it
     * @param tall how high the drawing is, in CSS pixels
     */
    record Figure(String id, String caption, String alt, int tall, Chart chart) implements Block {
        @Override
        public String kind() {
            return "figure";
        }

        @Override
        public int height() {
            return 38 + tall;
        }
    }

    /** A sentence. */
    record Note(String text) implements Block {
        @Override
        public String kind() {
            return "note";
        }

        @Override
        public int height() {
            return 22 + 14 * (text.length() / 130);
        }
    }

    /** What is left out here, and why. */
    record Excluded(String title, String reason) implements Block {
        @Override
        public String kind() {
            return "excluded";
        }

        @Override
        public int height() {
            return 140;
        }
    }

    /** Sentences as a list. */
    record Lines(String caption, List<String> lines) implements Block {
        @Override
        public String kind() {
            return "lines";
        }

        @Override
        public int height() {
            return 34 + 18 * lines.size();
        }
    }
}
