package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files of a folder are patterns, and which are not even read. */
class PatternFoldersTest extends TestingCatalog {

    @Test
    void skipsTestsTheSchemaHiddenFilesAndOthers() throws IOException {
        for (String name : List.of("schema.json", "a.test.json", ".b.json", ".git/c.json", "readme.md", "d.json~")) {
            write(name, "{");
        }
        Files.createDirectory(folder.resolve("e.json"));
        assertThat(reload().problems()).isEmpty();
    }

    @Test
    void followsLinksToFilesInsideItOnly() throws IOException {
        write(".data/a.json", pattern("a", "A"));
        Files.createSymbolicLink(folder.resolve("a.json"), Path.of(".data/a.json"));
        Path secret = Files.writeString(temp.resolve("secret.json"), pattern("secret", "Secret"));
        Files.createSymbolicLink(folder.resolve("secret.json"), secret);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(reload().loaded()).isEqualTo(ids("a"));
        assertThat(problems()).containsExactly("/secret.json: is a link out of the folder; it is not followed");
    }

    @Test
    void keepsItsPatternsWhenItIsGoneForAWhile() throws IOException {
        write("a.json", pattern("a", "A"));
        reload();
        Files.move(folder, temp.resolve("elsewhere"));
        assertThat(reload().unchanged()).isEqualTo(1);
        assertThat(problems()).containsExactly(": the folder does not exist");
        assertThat(served()).containsExactly("a=A");
    }

    @Test
    void refusesHostileSizes() throws IOException {
        write("big.json", " ".repeat(1 << 20) + pattern("big", "Big"));
        write("deep.json", "{\"id\":\"deep\",\"args\":" + "[".repeat(65) + "]".repeat(65) + "}");
        write("number.json", "{\"id\":" + "9".repeat(2_000) + "}");
        String step = "{\"capability\":\"clock.tick\"}";
        write("long.json", "{\"id\":\"long\",\"steps\":[" + (step + ",").repeat(200) + step + "]}");
        write(
                "huge.json",
                pattern("huge", "Huge")
                        .replace(
                                "\"steps\"",
                                "\"inputs\": {\"x\": {\"type\": \"integer\", \"default\": 1e999999999},"
                                        + "\"y\": {\"type\": \"number\", \"default\": 1e999999999, \"maximum\": 1}},"
                                        + "\"panels\": [{\"id\": \"last\", \"title\": \"T\", \"type\": \"table\","
                                        + "\"refresh_ttl\": 1e999999999}], \"steps\""));
        write("wide.json", "{\"id\":\"wide\",\"tags\":[" + "1,".repeat(5_000) + "1]}");
        reload();
        assertThat(catalog.all()).isEmpty();
        assertThat(problems())
                .contains(
                        "/big.json: the file is larger than 1048576 bytes",
                        "/deep.json: not valid JSON: nested deeper than 64 levels",
                        "/huge.json: /inputs/x/default: the number 1E+999999999 is out of range",
                        "/huge.json: /inputs/y/default: the number 1E+999999999 is out of range",
                        "/huge.json: /panels/0/refresh_ttl: the number 1E+999999999 is out of range",
                        "/long.json: /steps: must have at most 200 elements")
                .anyMatch(problem -> problem.startsWith("/number.json: not valid JSON"))
                .hasSizeLessThan(120);
    }
}
