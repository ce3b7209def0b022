package io.dawsos;

import io.dawsos.pattern.CatalogListener;
import io.dawsos.pattern.Pattern;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternProblem;
import io.dawsos.pattern.ReloadReport;
import io.dawsos.route.PatternDeployments;
import io.dawsos.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the catalogue, the pattern routes and the schedules in line with the files, by request and by polling. */
final class PatternService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PatternService.class);

    private final PatternCatalog catalog;
    private final PatternDeployments deployments;
    private final Schedules schedules;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "patterns");
        thread.setDaemon(true);
        return thread;
    });
    private List<PatternProblem> told = List.of();

    PatternService(PatternCatalog catalog, PatternDeployments deployments, Schedules schedules) {
        this.catalog = catalog;
        this.deployments = deployments;
        this.schedules = schedules;
    }

    /** Reads the files again; what is broken goes on in its old version. New problems are logged once. */
    synchronized ReloadReport reload() {
        ReloadReport report = catalog.reload(new Deployer());
        schedules.align();
        deployments.sweep();
        if (!report.problems().equals(told)) {
            told = report.problems();
            told.forEach(problem -> LOG.warn("{}", problem));
        }
        return report;
    }

    /** Polls the files from now on; a period of zero never does. */
    @SuppressWarnings("FutureReturnValueIgnored") // reloadQuietly reports its own faults
    void poll(Duration period) {
        if (!period.isZero()) {
            poller.scheduleWithFixedDelay(
                    this::reloadQuietly, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void reloadQuietly() {
        try {
            reload();
        } catch (RuntimeException e) {
            LOG.error("The patterns could not be read again; those loaded go on: {}", e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        poller.shutdownNow();
    }

    private final class Deployer implements CatalogListener {
        @Override
        public void deploy(Pattern pattern) {
            deployments.deploy(pattern);
        }

        @Override
        public void retire(Pattern pattern) {
            deployments.retire(pattern);
        }
    }
}
