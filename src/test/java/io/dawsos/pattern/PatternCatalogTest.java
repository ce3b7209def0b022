package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PatternCatalogTest extends TestingCatalog {

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
