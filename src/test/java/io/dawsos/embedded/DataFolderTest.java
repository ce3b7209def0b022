package io.dawsos.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void isMadeWhenItIsNotThere() {
        Path wanted = temporary.resolve("a/b/.dawsos");

        try (DataFolder folder = DataFolder.open(wanted)) {
            assertThat(folder.path()).isEqualTo(wanted).isDirectory();
        }
    }

    @Test
    void isRefusedToASecondProgramNamingTheFirst() {
        try (DataFolder first = DataFolder.open(temporary)) {
            assertThatThrownBy(() -> DataFolder.open(temporary))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The data folder " + first.path() + " is in use by process "
                            + ProcessHandle.current().pid() + "; stop that one, or set DAWSOS_HOME to another folder");
            assertThatThrownBy(() -> DataFolder.open(temporary))
                    .as("a refusal does not give the lock away")
                    .isNotNull();
        }
    }

    @Test
    void isFreeAgainWhenItWasClosed() {
        DataFolder.open(temporary).close();

        DataFolder.open(temporary).close();
    }

    @Test
    void thatCannotBeMadeIsNamedWithTheRemedy() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.open(file.resolve(".dawsos")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The data folder " + file.resolve(".dawsos") + " cannot be used: ")
                .hasMessageEndingWith("; make it writable, or set DAWSOS_HOME to another folder");
    }
}
