package io.dawsos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.capability.ResultColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Columns that somebody's spreadsheet counts on. */
class ResultColumnsTest {

    private static final Path PAGE = Path.of("docs", "export-columns.md");

    private static String markdown() {
        StringBuilder text = new StringBuilder("""
                # Columns of exported tables

                Of every capability's result, in the order in which they stand. The table of a step's result is named after the step:
                `positions[]` of the step `valued_positions` is `valued_positions.positions`. Without a path are the single values, a row each,
                in `field` and `value`. [exports.md](exports.md) tells the rest.
                """);
        new ResultColumns(Agents.described()).all().forEach((capability, tables) -> {
            if (!tables.isEmpty()) {
                text.append("\n## `").append(capability).append("`\n\n| path | columns |\n|---|---|\n");
                tables.forEach((path, columns) -> text.append("| ")
                        .append(path.isEmpty() ? "" : "`" + path + "`")
                        .append(" | ")
                        .append(String.join(", ", columns))
                        .append(" |\n"));
            }
        });
        return text.toString();
    }

    @Test
    void areThoseOfThePage() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, markdown(), StandardCharsets.UTF_8);
        }
        assertThat(markdown())
                .as("docs/export-columns.md; rewrite it with -Dgolden.update=true if the change is wanted")
                .isEqualTo(Files.readString(PAGE, StandardCharsets.UTF_8));
    }

    @Test
    void followTheRecords() {
        ResultColumns columns = new ResultColumns(Agents.described());
        assertThat(columns.columns("portfolio.get_valued_positions", "positions[]"))
                .startsWith("symbol", "name", "quantity", "price");
        assertThat(columns.columns("portfolio.get_valued_positions", "positions[].lots[]"))
                .startsWith("acquired", "quantity");
        assertThat(columns.columns("nobody.knows", "")).isEmpty();
    }
}
