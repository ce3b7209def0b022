package io.dawsos.nightly;

import io.dawsos.nightly.LedgerImport.Outcome;
import io.dawsos.nightly.LedgerImport.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The night's step {@code import_ledger}: the head of the repository for every portfolio.
 *
 * <p>It blocks: when it throws (no repository, no database) the histories lack the night's pack, which then must not become fresh. A journal
 * with faults does not make it throw: that portfolio stays on the snapshot before, whose history is completed, and the faults are warnings.
 */
public final class ImportLedgerJob implements NightJob {

    private final LedgerImport imports;

    public ImportLedgerJob(LedgerImport imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import_ledger";
    }

    @Override
    public boolean blocking() {
        return true;
    }

    @Override
    public JobReport run(LocalDate night) {
        List<Result> results = imports.run(Optional.empty(), Optional.empty());
        List<String> warnings = new ArrayList<>();
        for (Result result : results) {
            for (String fault : result.faults()) {
                warnings.add(result.portfolio().name() + " " + result.what() + ": " + fault);
            }
        }
        return new JobReport(summary(results), warnings);
    }

    /** {@code 3 portfolios: 1 imported, 1 unchanged, 1 with faults}. */
    public static String summary(List<Result> results) {
        return results.size() + (results.size() == 1 ? " portfolio: " : " portfolios: ")
                + count(results, Outcome.IMPORTED) + " imported, "
                + count(results, Outcome.UNCHANGED) + " unchanged, "
                + count(results, Outcome.FAULTY) + " with faults";
    }

    private static long count(List<Result> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
