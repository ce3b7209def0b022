package io.dawsos;

import io.dawsos.capability.CapabilityCatalogue;
import io.dawsos.execution.AuditLog;
import io.dawsos.http.CatalogMessages;
import io.dawsos.http.DataHealthMessages;
import io.dawsos.http.ExecuteMessages;
import io.dawsos.http.ExplainMessages;
import io.dawsos.http.HealthMessages;
import io.dawsos.http.HttpServerPlatform;
import io.dawsos.http.NightMessages;
import io.dawsos.http.PackMessages;
import io.dawsos.http.PatternMessages;
import io.dawsos.http.ProblemWriter;
import io.dawsos.http.RestatementMessages;
import io.dawsos.http.SymbolMessages;
import io.dawsos.portfolio.explain.PackDiffs;
import io.dawsos.pricing.PackArchive;
import io.dawsos.queue.QueueMessages;
import io.dawsos.schedule.NightStations;
import io.dawsos.schedule.Schedules;
import io.dawsos.store.Database;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.Processor;
import org.apache.camel.main.Main;

/** The beans that {@code routes/*.camel.yaml} name, one line each. */
final class RouteBeans {

    private final Main main;
    private final Wiring wiring;

    RouteBeans(Main main, Wiring wiring) {
        this.main = main;
        this.wiring = wiring;
    }

    void bind(Supplier<PatternService> patterns) {
        new ExecutionBeans(wiring.opener, wiring.closer, wiring.gate, wiring.steps, wiring.breakers).bindTo(main);
        bindHttp(patterns);
        bindPacks();
        bindQueueAndSchedule();
        wiring.bookkeeping.bindTo(main, wiring.callers);
        bindNight();
        new ExportWiring(wiring, main).bind(this::auditRights);
    }

    private void bindNight() {
        NightWiring night = wiring.night;
        NightRoute.bind(main, night.nights);
        bind("claimNight", NightStations.claim(night.nights));
        bind("claimDueNight", NightStations.claimDue(night.nights));
        bind("checkDeadline", NightStations.checkDeadline(night.deadline, night.alerts, wiring.clock));
        bind("readNightRequest", NightMessages.read(night.nights, wiring.callers, this::auditNight));
        bind("writeNightAccepted", NightMessages.accepted(night.nights));
        bind("listNights", NightMessages.list(night.nights));
        bind("showNight", NightMessages.show(night.nights));
        bind(
                "listReconciliations",
                NightMessages.reconciliations(night.reconciliations, wiring.database.portfolios(), wiring.callers));
    }

    private void bindHttp(Supplier<PatternService> patterns) {
        main.bind("vertx-options", HttpServerPlatform.threads(wiring.settings.http()));
        main.bind("http-configuration", HttpServerPlatform.configuration(wiring.settings.http()));
        bind("writeProblem", new ProblemWriter(Database::outage));
        bind("readExecuteRequest", ExecuteMessages.read(wiring.callers));
        bind("writeExecuteResponse", ExecuteMessages::write);
        bind("listPatterns", CatalogMessages.patterns(wiring.patterns));
        bind("showPattern", CatalogMessages.pattern(wiring.patterns));
        bind(
                "reloadPatterns",
                PatternMessages.reload(() -> patterns.get().reload(), wiring.callers, this::auditReload));
        bind(
                "listCapabilities",
                CatalogMessages.capabilities(new CapabilityCatalogue(wiring.capabilities), wiring.breakers::state));
        bind("listAgents", CatalogMessages.agents(wiring.capabilities, wiring.breakers::state));
        bind("identifyCaller", CatalogMessages.identify(wiring.callers));
        bind("listPortfolios", CatalogMessages::rows);
        bind("showExecution", CatalogMessages.execution(wiring.database.executions(), wiring.callers));
        bind("explainPacks", ExplainMessages.diff(packDiffs(), wiring.callers));
        bind("health", HealthMessages.health(Version.current(), wiring.clock));
        bind("ready", HealthMessages.ready(() -> !wiring.patterns.all().isEmpty()));
        bind("packHealth", HealthMessages.pack(wiring.packs));
        bind("metrics", HealthMessages.metrics(wiring.meters));
        bind("showDataHealth", DataHealthMessages.show(wiring.dataHealth(), wiring.callers));
        SymbolMessages symbols = new SymbolMessages(wiring.database.symbols(), wiring.callers, wiring.clock);
        bind("showSymbol", symbols.show());
        bind("overrideSymbol", symbols.override());
    }

    private PackDiffs packDiffs() {
        Database database = wiring.database;
        return new PackDiffs(
                new PackDiffs.Sources(
                        database.portfolios(),
                        wiring.packs,
                        database.packVersions(),
                        database.portfolioHistory(),
                        database.explanations().ledger()),
                wiring.settings.retryAfterSeconds());
    }

    private void bindPacks() {
        PackArchive archive = wiring.database.packArchive();
        bind("listPacks", PackMessages.list(archive));
        bind("showPack", PackMessages.show(wiring.packs, archive));
        bind("latestPack", PackMessages.latest(wiring.packs));
        bind("listQuarantine", PackMessages.quarantine(wiring.packs, archive));
        bind(
                "restatePack",
                RestatementMessages.restate(wiring.packs, wiring.restatements(), wiring.callers, wiring::isOperator));
    }

    private void bindQueueAndSchedule() {
        bind("acceptQueueRequest", QueueMessages::accept);
        bind(
                "readQueueRequest",
                QueueMessages.read(wiring.senders(), wiring.settings.http().maxBodyBytes()));
        bind("writeQueueResponse", QueueMessages::write);
        bind("writeQueueProblem", QueueMessages::writeProblem);
        bind("buryQueueRequest", QueueMessages::bury);
        bind(
                "readSchedule",
                Schedules.request(
                        wiring.patterns, wiring.settings.scheduleUser().orElse(DevelopmentUser.ID)));
        bind("reportScheduledRun", Schedules::report);
        bind("reportScheduleFailure", Schedules::reportFailure);
    }

    private void auditReload(UUID user, String details) {
        audit(user, "patterns_reloaded", details);
    }

    private void auditRights(UUID user, String details) {
        audit(user, "rights_reloaded", details);
    }

    private void auditNight(UUID user, String details) {
        audit(user, "night_requested", details);
    }

    private void audit(UUID user, String action, String details) {
        wiring.database
                .auditLog()
                .append(new AuditLog.Entry(
                        user, Optional.empty(), action, details, Optional.empty(), wiring.clock.instant()));
    }

    private void bind(String name, Processor processor) {
        main.bind(name, processor);
    }
}
