package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.ledger.beancount.JournalException;
import io.dawsos.ledger.beancount.JournalFault;
import io.dawsos.ledger.beancount.JournalSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every journal in {@code ledger/invalid} is refused with exactly the faults that stand beside it. */
class InvalidJournalsTest {

    private static final Path FOLDER = Path.of("src/test/resources/ledger/invalid");
    private static final String SUFFIX = ".expected.txt";

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedForAllItsFaults(String name) throws IOException {
        JournalException refused = faultsOf(JournalSource.directory(FOLDER), name + ".beancount");
        assertThat(refused.faults().stream().map(JournalFault::toString).toList())
                .containsExactlyElementsOf(Files.readAllLines(FOLDER.resolve(name + SUFFIX)));
    }

    @Test
    void areAllTried() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".beancount")))
                    .hasSameSizeAs(cases())
                    .hasSizeGreaterThan(25);
        }
    }

    @Test
    void aMissingMainFileIsAFault() {
        assertThat(faultsOf(JournalSource.directory(FOLDER), "nowhere.beancount"))
                .hasMessage("The journal has 1 fault:\n  nowhere.beancount:1: there is no such file");
    }

    @Test
    void theMessageListsTheFirstFiftyAndCountsTheRest() {
        StringBuilder journal = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            journal.append("2024-01-01 nonsense\n");
        }
        JournalException refused = faultsOf(TestingSource.of(journal.toString()), "main.beancount");
        // two options are missing as well
        assertThat(refused.faults()).hasSize(72);
        assertThat(refused.getMessage())
                .startsWith("The journal has 72 faults:\n  main.beancount:1: ")
                .endsWith("\n  and 22 more");
        assertThat(String.valueOf(refused.getMessage()).lines()).hasSize(52);
    }

    @Test
    void aBrokenCentInTheDemoLedgerIsFound() {
        String year = new String(DemoLedger.files().get("2023.beancount"), StandardCharsets.UTF_8);
        String broken = year.replaceFirst("76471\\.58 CAD", "76471.59 CAD");
        JournalException refused =
                faultsOf(new TestingSource(DemoLedger.files()).with("2023.beancount", broken), DemoLedger.MAIN);
        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.faults().get(0).what())
                .isEqualTo("Assets:Broker:Cash holds 76471.58 CAD at the start of 2023-12-30, not 76471.59 CAD"
                        + " (difference -0.01, tolerance 0.005)");
    }

    private static JournalException faultsOf(JournalSource source, String path) {
        return catchThrowableOfType(JournalException.class, () -> Journals.read(source, path, "none"));
    }
}
