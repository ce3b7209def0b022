package io.dawsos.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the data folder knows of the chain. */
class HeadFileTest {

    private static final AuditKey KEY = AuditKey.of("k".repeat(32));

    @TempDir
    private Path folder;

    private static AuditRow row(long seq) {
        return new AuditRow(seq, new UUID(0, 1), AuditChain.GENESIS, "", ("" + seq).repeat(64), Optional.empty());
    }

    private Optional<Long> read() {
        return HeadFile.in(folder, KEY).head().map(AuditHead::seq);
    }

    @Test
    void itMovesOnAndNeverBack() {
        HeadFile heads = HeadFile.in(folder, KEY);
        assertThat(heads.head()).isEmpty();
        heads.keep(row(3));
        heads.keep(row(2));
        assertThat(read()).contains(3L);
        heads.keep(row(4));
        assertThat(read()).contains(4L);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "4:x y",
                "\u0000",
                "4:4444444444444444444444444444444444444444444444444444444444444444 00"
            })
    void whatThisKeyDidNotSignIsAFaultAndIsNotWrittenOver(String text) throws IOException {
        Path file = folder.resolve("export-audit.head");
        Files.writeString(file, text);
        HeadFile heads = HeadFile.in(folder, KEY);
        assertThat(heads.fault()).isPresent();
        heads.keep(row(9));
        assertThat(heads.head()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aSealAndACheckpointAreNoHead() throws IOException {
        AuditRow row = KEY.sealed(row(4));
        Files.writeString(
                folder.resolve("export-audit.head"),
                "4:" + row.hash() + " " + row.seal().orElseThrow());
        assertThat(HeadFile.in(folder, KEY).fault()).isPresent();
    }

    @Test
    void anotherKeyDoesNotReadIt() {
        HeadFile.in(folder, KEY).keep(row(1));
        assertThat(HeadFile.in(folder, AuditKey.of("x".repeat(32))).fault()).isPresent();
        assertThat(read()).contains(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1:",
                "x:y",
                "1:ABC",
                "-1:4444444444444444444444444444444444444444444444444444444444444444"
            })
    void aNoteThatNamesNoRowIsTold(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditHead.parse(text))
                .withMessageContaining("<seq>:<hash>");
    }
}
