package io.dawsos;

import io.dawsos.ledger.LedgerRepository;
import io.dawsos.metrics.RiskFree;
import io.dawsos.nightly.BuildPackJob;
import io.dawsos.nightly.Deadline;
import io.dawsos.nightly.DemoSeed;
import io.dawsos.nightly.EvaluateAlertsJob;
import io.dawsos.nightly.ImportLedgerJob;
import io.dawsos.nightly.IndicatorsJob;
import io.dawsos.nightly.LedgerReader;
import io.dawsos.nightly.MapSymbolsJob;
import io.dawsos.nightly.MarkPackFreshJob;
import io.dawsos.nightly.MetricsJob;
import io.dawsos.nightly.NightDates;
import io.dawsos.nightly.NightJob;
import io.dawsos.nightly.Nights;
import io.dawsos.nightly.NothingToDoJob;
import io.dawsos.nightly.PackJob;
import io.dawsos.nightly.ReconcileLedgerJob;
import io.dawsos.nightly.Reconciliations;
import io.dawsos.portfolio.Security;
import io.dawsos.pricing.IndicatorData;
import io.dawsos.pricing.PackRule;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.PricingPacks;
import io.dawsos.pricing.QuarantineListener;
import io.dawsos.provider.DemoActions;
import io.dawsos.provider.DemoIndicators;
import io.dawsos.provider.DemoMarket;
import io.dawsos.provider.DemoSymbols;
import io.dawsos.store.Database;
import io.dawsos.telemetry.PackMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every object of the night and what it is given, top to bottom. */
final class NightWiring {

    /** What is kept of the shipped market between nights; its rows are read when packs are built. */
    record Demo(List<Security> securities, LocalDate firstDay, LocalDate lastDay) {
        static Demo load() {
            DemoMarket market = DemoMarket.load();
            return new Demo(market.securities(), market.firstDay(), market.lastDay());
        }
    }

    private static final String NO_FACTORS = "There are no factor exposures to prewarm";
    private static final String NO_RATINGS = "There are no ratings to prewarm";

    final Clock clock;
    final Optional<Demo> demo;
    final NightDates dates;
    final Deadline deadline;
    final NightAlerts alerts;
    final Reconciliations reconciliations;
    final Nights.Parts parts;
    final Nights nights;
    private final Database database;
    private final LedgerRepository ledger;
    private final PricingPacks packs;
    private final Settings settings;
    private final QuarantineListener quarantine;

    NightWiring(Settings settings, Storage storage, MeterRegistry meters, Clock clock) {
        this(settings, storage, meters, clock, Optional.empty());
    }

    /** @param first where packs begin in a database that has none; else where the market data begin */
    NightWiring(Settings settings, Storage storage, MeterRegistry meters, Clock clock, Optional<LocalDate> first) {
        this.settings = settings;
        this.clock = clock;
        quarantine = new PackMeters(meters);
        database = storage.database();
        ledger = storage.ledger();
        packs = database.pricingPacks();
        reconciliations = database.reconciliations();
        demo = settings.environment() == Settings.Environment.PRODUCTION ? Optional.empty() : Optional.of(Demo.load());
        dates = new NightDates(
                settings.night().zone(),
                settings.night().start(),
                settings.night().deadline(),
                demo.map(Demo::lastDay));
        LocalDate firstDay = first.or(() -> demo.map(Demo::firstDay)).orElseGet(() -> dates.due(clock.instant()));
        deadline = new Deadline(dates, packs, database.nightRuns(), PackRule.ECB_CLOSE);
        alerts = new NightAlerts(database.auditLog(), meters, clock);
        parts = new Nights.Parts(
                jobs(firstDay), database.nightRuns(), packs, PackRule.ECB_CLOSE, firstDay, dates, alerts, clock);
        nights = new Nights(parts);
    }

    /** The jobs in the order of {@code routes/nightly.camel.yaml}: what a part of the product does at night is one line here, one there. */
    private List<NightJob> jobs(LocalDate firstDay) {
        PackStore store = database.packStore();
        LedgerReader reader = LedgerReader.of(ledger);
        return List.of(
                new BuildPackJob(this::packJob, packs, firstDay),
                new IndicatorsJob(indicators(), database.packIndicators(), store, List.of(RiskFree.SERIES)),
                LedgerImports.histories(database),
                new ImportLedgerJob(LedgerImports.over(database, ledger)),
                new ReconcileLedgerJob(new ReconcileLedgerJob.Parts(
                        database.portfolios(), packs, store, reconciliations, reader, alerts, clock)),
                new MapSymbolsJob(database.symbols()),
                new MetricsJob(
                        new MetricsJob.Sources(packs, database.portfolios(), database.portfolioHistory()),
                        Wiring.benchmarks(database, settings.houseBenchmark()),
                        database.portfolioMetrics()),
                new NothingToDoJob("prewarm_factors", NO_FACTORS),
                new NothingToDoJob("prewarm_ratings", NO_RATINGS),
                new MarkPackFreshJob(packs, store, reconciliations),
                new EvaluateAlertsJob(packs, reconciliations, deadline, clock));
    }

    /** The shipped series, where the demo is; else nothing publishes any, and packs say so. */
    private IndicatorData indicators() {
        return demo.<IndicatorData>map(market -> new DemoIndicators()).orElseGet(() -> (series, from, to) -> List.of());
    }

    /** Over the market data, the securities and the files that there are when a night builds. */
    private PackJob packJob() {
        Markets markets = Markets.open(settings, database.securityStore());
        return new PackJob(markets.data(), markets.rule(), packs, database.packStore(), quarantine);
    }

    /** Registers the demo's user, portfolio, securities and what is known of them, where the demo is served. */
    void seed() {
        demo.ifPresent(market -> {
            new DemoSeed(database.portfolios(), database.securityStore()).register(market.securities());
            // before any pack is made, so that packs may know of them
            database.corporateActionStore().add(DemoActions.load());
            database.symbols().record(DemoSymbols.load());
        });
    }

    /** State that is read when somebody asks for the metrics. */
    void registerGauges(MeterRegistry meters) {
        Gauge.builder(
                        "pricing.pack.deadline.missed",
                        this,
                        night -> night.deadline.missed(night.clock.instant()).isPresent() ? 1 : 0)
                .description("1 while the latest night has no fresh pack although its time is over")
                .register(meters);
    }
}
