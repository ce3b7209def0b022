package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.CAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerRepository;
import io.dawsos.nightly.LedgerImport.Outcome;
import io.dawsos.nightly.LedgerImport.Result;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingLedgerFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A portfolio for each journal in {@code ledger/invalid}, and one whose journal becomes a line of 100 MB: all had a good journal at the commit
 * before, and keep its snapshot.
 */
class FaultyJournalsIT {

    private static final Path INVALID = Path.of("src/test/resources/ledger/invalid");
    private static final String END = ".beancount";
    private static final String HUGE = "huge" + END;
    private static final int HUNDRED_MEGABYTES = 100 * 1024 * 1024;
    private static final String GOOD = """
            option "operating_currency" "CAD"
            option "booking_method" "FIFO"
            2024-01-01 open Assets:Cash
            2024-01-01 open Equity:Capital
            2024-01-02 * "Deposit"
              Assets:Cash  1000.00 CAD
              Equity:Capital
            """;

    @TempDir
    private Path folder;

    private static List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.walk(INVALID)) {
            return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
        }
    }

    private static List<String> names() throws IOException {
        return Stream.concat(
                        journals().stream()
                                .filter(file -> INVALID.equals(file.getParent()))
                                .map(file -> INVALID.relativize(file).toString()),
                        Stream.of(HUGE))
                .toList();
    }

    private static List<String> expected(String name) throws IOException {
        if (!name.equals(HUGE)) {
            return Files.readAllLines(INVALID.resolve(name.replace(END, ".expected.txt")));
        }
        // nothing of it is read, its options neither
        return List.of(
                HUGE + ":1: option 'booking_method' is missing; write: option \"booking_method\" \"FIFO\"",
                HUGE + ":1: option 'operating_currency' is missing; write: option \"operating_currency\" \"CAD\"",
                HUGE + ":1: the file has " + HUNDRED_MEGABYTES + " bytes; at most 33554432 are supported");
    }

    private static byte[] huge() {
        byte[] line = new byte[HUNDRED_MEGABYTES];
        Arrays.fill(line, (byte) '9');
        return line;
    }

    private static void register(Database database, String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        database.portfolios().register(new Portfolio(id, ALICE, name, CAD, name));
    }

    @Test
    void areListedByFileAndLineAndLeaveTheSnapshotBeforeInForce() throws IOException {
        try (TestingDatabase testing = TestingDatabase.create()) {
            Database database = testing.database();
            TestingLedgerFolder ledger = TestingLedgerFolder.create(folder);
            for (String name : names()) {
                register(database, name);
                ledger.write(name, GOOD);
            }
            String good = ledger.commit();
            assertThat(results(database)).extracting(Result::outcome).containsOnly(Outcome.IMPORTED);

            for (Path journal : journals()) {
                ledger.write(INVALID.relativize(journal).toString(), Files.readAllBytes(journal));
            }
            ledger.write(HUGE, huge()).commit();
            List<Result> results = results(database);

            assertThat(results).hasSize(names().size()).hasSizeGreaterThan(25);
            for (Result result : results) {
                String name = result.portfolio().name();
                assertThat(result.outcome()).as(name).isEqualTo(Outcome.FAULTY);
                assertThat(result.faults()).as(name).containsExactlyElementsOf(expected(name));
                assertThat(result.what()).as(name).isEqualTo("stays at " + good.substring(0, 8));
                assertThat(database.ledgerSnapshots()
                                .current(ALICE, result.portfolio().id()))
                        .as(name)
                        .contains(good);
            }
        }
    }

    private List<Result> results(Database database) {
        LedgerJob job = new LedgerJob(
                database.ledgerSnapshots(),
                database.portfolioHistoryStore(),
                new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore()));
        try (LedgerRepository repository = LedgerRepository.open(folder)) {
            return new LedgerImport(repository, database.portfolios(), database.portfolioHistoryStore(), job)
                    .run(Optional.empty(), Optional.empty());
        }
    }
}
