package io.dawsos;

import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.ledger.Journals;
import io.dawsos.nightly.ActiveNight;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.JobRun;
import io.dawsos.nightly.NightOrigin;
import io.dawsos.nightly.NightRequest;
import io.dawsos.portfolio.Portfolio;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database up to the shipped market data and the ledger's head before the service answers: the first time one night that
 * catches up with all days, later none, or the two jobs that a new commit of the ledger needs.
 */
final class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final List<String> JOBS_OF_A_COMMIT = List.of("import_ledger", "reconcile_ledger");

    private final NightWiring night;
    private final Storage storage;
    private final CamelContext camel;

    DemoData(NightWiring night, Storage storage, CamelContext camel) {
        this.night = night;
        this.storage = storage;
        this.camel = camel;
    }

    /** Throws what is wrong with the journal when there is no commit at all that could be answered from. */
    void load() {
        night.seed();
        NightRequest latest = NightRequest.of(night.nights.due(), NightOrigin.COMMAND);
        boolean ran = run(latest);
        if (!ran && !commit().equals(Optional.of(storage.ledger().head()))) {
            JOBS_OF_A_COMMIT.forEach(
                    job -> run(new NightRequest(latest.date(), Optional.of(job), false, NightOrigin.COMMAND)));
        }
        if (commit().isEmpty()) {
            refuse(latest);
        }
    }

    private void refuse(NightRequest latest) {
        String head = storage.ledger().head();
        Journals.read(storage.ledger().at(head), DemoSeed.PORTFOLIO.ledgerPath(), head);
        night.nights
                .find(latest.date())
                .flatMap(run -> run.job("import_ledger"))
                .flatMap(JobRun::error)
                .ifPresent(error -> {
                    throw new IllegalStateException(error);
                });
    }

    private Optional<String> commit() {
        Portfolio demo = DemoSeed.PORTFOLIO;
        return storage.database().ledgerSnapshots().current(demo.userId(), demo.id());
    }

    /** Whether there was anything to run. */
    private boolean run(NightRequest request) {
        try {
            Optional<ActiveNight> claimed = night.nights.begin(request);
            claimed.ifPresent(active -> NightRoute.run(camel, active));
            return claimed.isPresent();
        } catch (Failure e) {
            if (e.reason() != FailureReason.NIGHT_RUNNING) {
                throw e;
            }
            LOG.info("Another process fills the database");
            return true;
        }
    }
}
