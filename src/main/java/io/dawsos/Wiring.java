package io.dawsos;

import io.dawsos.capability.AnswerJson;
import io.dawsos.capability.CapabilityRegistry;
import io.dawsos.capability.RegisteredSignatures;
import io.dawsos.capability.Steps;
import io.dawsos.execution.ExecutionCloser;
import io.dawsos.execution.ExecutionOpener;
import io.dawsos.execution.FreshnessGate;
import io.dawsos.health.DataHealth;
import io.dawsos.http.Callers;
import io.dawsos.http.HttpMetrics;
import io.dawsos.http.HttpServerPlatform;
import io.dawsos.metrics.Benchmarks;
import io.dawsos.nightly.RestatementJob;
import io.dawsos.nightly.ValuedPortfolios;
import io.dawsos.pattern.PatternCatalog;
import io.dawsos.pattern.PatternRules;
import io.dawsos.pricing.AfterRestatement;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.Restatements;
import io.dawsos.queue.Senders;
import io.dawsos.rights.RightsBook;
import io.dawsos.route.AgentBreakers;
import io.dawsos.route.PatternDeployments;
import io.dawsos.schedule.CronExpressions;
import io.dawsos.schedule.Schedules;
import io.dawsos.store.Database;
import io.dawsos.telemetry.ExecutionTelemetry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;

/** Every object of the service and what it is given, top to bottom. The beans of the routes are bound in {@link RouteBeans}. */
final class Wiring {

    private static final LongSupplier NANOS = System::nanoTime;

    final Settings settings;
    final Clock clock;
    final Database database;
    final PrometheusMeterRegistry meters;
    final CapabilityRegistry capabilities;
    final Steps steps;
    final AgentBreakers breakers;
    final PatternCatalog patterns;
    final PricingPacks packs;
    final ExecutionOpener opener;
    final ExecutionCloser closer;
    final FreshnessGate gate;
    final Callers callers;
    final Bookkeeping bookkeeping;
    final HttpServerPlatform server;
    final NightWiring night;
    final RightsBook rights;

    Wiring(
            Settings settings,
            Infrastructure infrastructure,
            RightsBook rights,
            Optional<OpenTelemetry> telemetry,
            Clock clock) {
        this.settings = settings;
        this.rights = rights;
        this.clock = clock;
        database = infrastructure.storage().database();
        meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        packs = database.pricingPacks();
        capabilities = capabilities(database, settings.houseBenchmark());
        steps = new Steps(NANOS);
        breakers = new AgentBreakers(capabilities.agents(), settings.breakerFailures(), settings.breakerWait(), clock);
        patterns = PatternCatalog.over(
                PatternSources.of(settings),
                new PatternRules(
                        new RegisteredSignatures(capabilities), CronExpressions::accepts, settings.noSchedules()));
        LedgerHead head = new LedgerHead(infrastructure.storage().ledger());
        opener = new ExecutionOpener(
                new ExecutionOpener.Sources(
                        patterns,
                        database.portfolios(),
                        packs,
                        database.auditLog(),
                        head,
                        settings.houseCurrency(),
                        clock,
                        NANOS),
                new ExecutionTelemetry(
                        meters, telemetry.map(collector -> collector.getTracer("io.dawsos", Version.current()))));
        closer = new ExecutionCloser(database.executions(), AnswerJson.mapper(), Version.current(), NANOS);
        gate = new FreshnessGate(settings.retryAfterSeconds());
        callers = settings.http().jwtSecret().isPresent() ? Callers.byToken() : Callers.always(DevelopmentUser.ID);
        bookkeeping =
                new Bookkeeping(database, infrastructure.storage().ledger(), head, settings.settlementDays(), clock);
        server = new HttpServerPlatform(settings.http(), new HttpMetrics(meters));
        night = new NightWiring(settings, infrastructure.storage(), meters, clock);
        Gauges.register(meters, breakers);
        night.registerGauges(meters);
    }

    private static CapabilityRegistry capabilities(Database database, String benchmark) {
        return Agents.registry(
                database.portfolioHistory(),
                database.pricingPacks(),
                database.securities(),
                benchmarks(database, benchmark),
                database.portfolioMetrics(),
                database.explanations());
    }

    static Benchmarks benchmarks(Database database, String house) {
        return new Benchmarks(database.priceHistory(), database.securities(), database.packIndicators(), house);
    }

    /** The same proof as by HTTP. */
    Senders senders() {
        return settings.http().jwtSecret().isPresent()
                ? Senders.byToken(server::userOf)
                : Senders.always(DevelopmentUser.ID);
    }

    DataHealth dataHealth() {
        return new DataHealth(database.dataHealth(), database.symbols(), settings.staleDays(), clock);
    }

    /** How days are told anew, from the market data that is there now. */
    Restatements restatements() {
        return restatements(settings, database, (old, current) -> opener.forgetPacks(), clock);
    }

    /** The same for a command, which answers nothing itself. */
    static Restatements restatements(Settings settings, Database database, AfterRestatement after, Clock clock) {
        return new RestatementJob(
                new RestatementJob.Sources(
                        () -> assembler(Markets.open(settings, database.securityStore())),
                        database.pricingPacks(),
                        database.packArchive(),
                        database.packStore()),
                new ValuedPortfolios(database.portfolios(), database.portfolioHistory()),
                LedgerImports.histories(database).andThen(after),
                clock);
    }

    private static PackAssembler assembler(Markets markets) {
        return new PackAssembler(markets.data(), markets.rule());
    }

    /** Who may restate: those that are named, and where no tokens are asked for, everyone. */
    boolean isOperator(UUID user) {
        return settings.http().jwtSecret().isEmpty()
                || settings.packs().operators().contains(user);
    }

    PatternService patternService(CamelContext camel) {
        return new PatternService(
                patterns, new PatternDeployments(camel, capabilities, steps, clock), new Schedules(camel, patterns));
    }
}
