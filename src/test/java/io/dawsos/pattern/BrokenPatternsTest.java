package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a catalogue does when a file or its deployment fails. */
class BrokenPatternsTest extends TestingCatalog {

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
}
