package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternCatalogTest {

    @TempDir
    Path temp;

    private Path folder;
    private PatternCatalog catalog;
    private final TestingListener listener = new TestingListener();

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(temp.resolve("patterns"));
        catalog = PatternCatalog.over(List.of(PatternSource.folder(folder)), TestingCapabilities.rules());
    }

    private static String pattern(String id, String name) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name
                + "\", \"steps\": [{\"capability\": \"clock.tick\"}], \"outputs\": [\"last\"]}";
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, content);
    }

    private ReloadReport reload() {
        return catalog.reload(listener);
    }

    private List<String> served() {
        return catalog.all().stream().map(p -> p.id() + "=" + p.name()).toList();
    }

    private List<String> problems() {
        return catalog.problems().stream()
                .map(p -> p.toString().replace(folder.toString(), "").replace(temp.toString(), ""))
                .toList();
    }

    private static List<PatternId> ids(String... ids) {
        List<PatternId> all = new ArrayList<>();
        for (String id : ids) {
            all.add(new PatternId(id));
        }
        return all;
    }

    /** Notes what it is told, and throws when it is told to. */
    private final class TestingListener implements CatalogListener {
        private final List<String> told = new ArrayList<>();
        private boolean failing;

        @Override
        public void deploy(Pattern pattern) {
            if (failing) {
                throw new IllegalStateException("no route today");
            }
            told.add("deploy " + pattern.name() + ", serving " + served());
        }

        @Override
        public void retire(Pattern pattern) {
            told.add("retire " + pattern.name() + ", serving " + served());
        }
    }

    @Nested
    class AReload {

        @Test
        void startsFromNothing() {
            assertThat(catalog.all()).isEmpty();
            assertThat(reload()).isEqualTo(new ReloadReport(List.of(), List.of(), 0, List.of()));
        }

        @Test
        void loadsAllSortedById() throws IOException {
            write("b.json", pattern("b", "B"));
            write("deep/er/a.json", pattern("a", "A"));
            assertThat(reload().loaded()).isEqualTo(ids("a", "b"));
            assertThat(served()).containsExactly("a=A", "b=B");
        }

        @Test
        void leavesUnchangedContentAlone() throws IOException {
            write("a.json", pattern("a", "A"));
            reload();
            Pattern before = catalog.require("a");
            write("a.json", pattern("a", "A"));
            assertThat(reload()).isEqualTo(new ReloadReport(List.of(), List.of(), 1, List.of()));
            assertThat(catalog.require("a")).isSameAs(before);
            assertThat(listener.told).hasSize(1);
        }

        @Test
        void leavesContentAloneThatIsOnlyWrittenDifferently() throws IOException {
            write("a.json", pattern("a", "A"));
            reload();
            write("a.json", "\n  " + pattern("a", "A").replace(",", " ,\n"));
            assertThat(reload().unchanged()).isEqualTo(1);
        }

        @Test
        void deploysBeforeTheSwitchAndRetiresAfterIt() throws IOException {
            write("a.json", pattern("a", "One"));
            reload();
            write("a.json", pattern("a", "Two"));
            assertThat(reload().loaded()).isEqualTo(ids("a"));
            assertThat(listener.told)
                    .containsExactly(
                            "deploy One, serving []", "deploy Two, serving [a=One]", "retire One, serving [a=Two]");
        }

        @Test
        void seesNewSubFolders() throws IOException {
            reload();
            write("new/folder/a.json", pattern("a", "A"));
            assertThat(reload().loaded()).isEqualTo(ids("a"));
        }

        @Test
        void retiresWhatIsRemoved() throws IOException {
            write("a.json", pattern("a", "A"));
            write("b.json", pattern("b", "B"));
            reload();
            Files.delete(folder.resolve("a.json"));
            assertThat(reload()).isEqualTo(new ReloadReport(List.of(), ids("a"), 1, List.of()));
            assertThat(catalog.find(new PatternId("a"))).isEmpty();
            assertThat(listener.told).endsWith("retire A, serving [b=B]");
        }

        @Test
        void takesAMovedFileForTheSamePattern() throws IOException {
            write("a.json", pattern("a", "A"));
            reload();
            Files.createDirectory(folder.resolve("sub"));
            Files.move(folder.resolve("a.json"), folder.resolve("sub/a.json"));
            assertThat(reload()).isEqualTo(new ReloadReport(List.of(), List.of(), 1, List.of()));
        }
    }

    @Nested
    class ABrokenFile {

        @Test
        void leavesItsOldVersionServingAndTheOthersToo() throws IOException {
            write("a.json", pattern("a", "A"));
            write("b.json", pattern("b", "B"));
            reload();
            write("a.json", pattern("a", "A").replace("clock.tick", "clock.tock"));
            write("b.json", pattern("b", "B2"));
            assertThat(reload().loaded()).isEqualTo(ids("b"));
            assertThat(served()).containsExactly("a=A", "b=B2");
            assertThat(problems())
                    .containsExactly(
                            "/a.json: /steps/0/capability: 'clock.tock' is not registered; nearest: 'clock.tick'");
        }

        @Test
        void isStillAProblemTheNextTime() throws IOException {
            write("a.json", "{");
            reload();
            assertThat(reload().problems()).hasSize(1);
            assertThat(catalog.problems()).hasSize(1);
        }

        @Test
        void isNoProblemAnyMoreOnceItIsMended() throws IOException {
            write("a.json", pattern("a", "A"));
            reload();
            write("a.json", pattern("a", "Half").substring(0, 40)); // a torn write
            assertThat(reload().problems()).hasSize(1);
            assertThat(served()).containsExactly("a=A");
            write("a.json", pattern("a", "Whole"));
            assertThat(reload().problems()).isEmpty();
            assertThat(served()).containsExactly("a=Whole");
        }

        @Test
        void isRetiredWhenItIsRemoved() throws IOException {
            write("a.json", pattern("a", "A"));
            reload();
            write("a.json", "{");
            reload();
            Files.delete(folder.resolve("a.json"));
            assertThat(reload().retired()).isEqualTo(ids("a"));
        }
    }

    @Nested
    class AListenerThatFails {

        @Test
        void keepsTheOldVersionAndIsAskedAgain() throws IOException {
            write("a.json", pattern("a", "One"));
            reload();
            listener.failing = true;
            write("a.json", pattern("a", "Two"));
            write("b.json", pattern("b", "New"));
            assertThat(reload().loaded()).isEmpty();
            assertThat(served()).containsExactly("a=One");
            assertThat(problems())
                    .containsExactly(
                            "/a.json: cannot be deployed: IllegalStateException: no route today",
                            "/b.json: cannot be deployed: IllegalStateException: no route today");
            listener.failing = false;
            assertThat(reload().loaded()).isEqualTo(ids("a", "b"));
            assertThat(problems()).isEmpty();
        }

        @Test
        void cannotStopARetirement() throws IOException {
            write("a.json", pattern("a", "A"));
            reload();
            Files.delete(folder.resolve("a.json"));
            ReloadReport report = catalog.reload(new CatalogListener() {
                @Override
                public void deploy(Pattern pattern) {}

                @Override
                public void retire(Pattern pattern) throws IOException {
                    throw new IOException("stuck");
                }
            });
            assertThat(report.retired()).isEqualTo(ids("a"));
            assertThat(problems()).containsExactly("/a.json: cannot be retired: IOException: stuck");
        }
    }

    @Nested
    class TwoFilesWithOneId {

        @Test
        void areAProblemThatNamesBothAndTheFirstIsServed() throws IOException {
            write("x/a.json", pattern("a", "First"));
            write("y/a.json", pattern("a", "Second"));
            reload();
            assertThat(served()).containsExactly("a=First");
            assertThat(problems())
                    .containsExactly("/y/a.json: /id: 'a' is already defined in /x/a.json; this file is ignored");
        }

        @Test
        void doNotReplaceTheOneThatIsServed() throws IOException {
            write("y/a.json", pattern("a", "Old"));
            reload();
            write("x/a.json", pattern("a", "New"));
            reload();
            assertThat(served()).containsExactly("a=Old");
            assertThat(problems()).singleElement().asString().startsWith("/x/a.json: /id: 'a' is already defined");
        }
    }

    @Nested
    class AFolder {

        @Test
        void skipsTestsTheSchemaHiddenFilesAndOthers() throws IOException {
            for (String name :
                    List.of("schema.json", "a.test.json", ".b.json", ".git/c.json", "readme.md", "d.json~")) {
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

    @Nested
    class AnUnknownId {

        @Test
        void isNotFoundAndTheNearestIsNamed() throws IOException {
            write("portfolio_overview.json", pattern("portfolio_overview", "Overview"));
            reload();
            assertThatThrownBy(() -> catalog.require("portfolo_overview"))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.PATTERN_NOT_FOUND))
                    .hasMessage("There is no pattern 'portfolo_overview'; nearest: 'portfolio_overview'");
        }

        @Test
        void isShownHarmless() {
            assertThatThrownBy(() -> catalog.require("../\n\u001b[31m\u202e<script>" + "x".repeat(100_000)))
                    .isInstanceOf(Failure.class)
                    .satisfies(fault -> assertThat(fault.getMessage())
                            .startsWith("There is no pattern '../\\u000a\\u001b[31m\\u202e<script>xxx")
                            .endsWith("...'")
                            .hasSizeLessThan(160));
        }
    }

    @Test
    void servesOneConsistentStateWhileItReloads() throws Exception {
        write("a.json", pattern("a", "0"));
        write("b.json", pattern("b", "0"));
        reload();
        AtomicBoolean mixed = new AtomicBoolean();
        AtomicBoolean done = new AtomicBoolean();
        Thread readers = new Thread(() -> {
            while (!done.get()) {
                List<Pattern> all = catalog.all();
                mixed.compareAndSet(
                        false,
                        all.size() != 2 || !all.get(0).name().equals(all.get(1).name()));
            }
        });
        readers.start();
        for (int i = 1; i <= 30; i++) {
            write("a.json", pattern("a", "v" + i));
            write("b.json", pattern("b", "v" + i));
            catalog.reload(CatalogListener.NONE);
        }
        done.set(true);
        readers.join();
        assertThat(mixed).isFalse();
        assertThat(served()).containsExactly("a=v30", "b=v30");
    }
}
