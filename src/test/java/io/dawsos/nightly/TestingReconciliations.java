package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.USD;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.securities;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.CashBalance;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.Holdings;
import io.dawsos.portfolio.Lot;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Valuation;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackStatus;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingRows;
import io.dawsos.testing.TestingWorld;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A ledger of ten AAPL and some cash, and a database that holds something else; each comparison with its alarms. */
final class TestingReconciliations implements AutoCloseable {

    static final PackId PACK = new PackId(MONDAY, 1);
    static final LedgerBook LEDGER = TestingRows.book(TestingRows.COMMIT);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-12-19T05:05:00Z"), ZoneOffset.UTC);

    final List<UUID> alarms = new ArrayList<>();
    final List<PackId> refused = new ArrayList<>();
    final TestingDatabase testing = TestingDatabase.create();
    final Database database = testing.database();

    TestingReconciliations() {
        database.securityStore().add(securities());
        database.packStore().save(List.of(draft(PACK, "195.89")));
    }

    @Override
    public void close() {
        testing.close();
    }

    void store(Portfolio portfolio, Damage damage) {
        UUID user = portfolio.userId();
        database.portfolios().register(portfolio);
        database.ledgerSnapshots().save(user, portfolio.id(), damage.change.apply(LEDGER));
        HistoryDay day = new HistoryDay(
                new DailyValue(MONDAY, PACK, value().multiply(damage.factor), BigDecimal.ZERO), 1, List.of());
        TestingWorld.store(database, portfolio, List.of(day));
        database.ledgerSnapshots().adopt(user, portfolio.id(), TestingRows.COMMIT);
    }

    /** What the ledger's holdings are worth, by the valuation of the answers. */
    private static BigDecimal value() {
        Lot lot = new Lot(1, "AAPL", MONDAY, BigDecimal.TEN, BigDecimal.ONE, USD, BigDecimal.ONE);
        List<CashBalance> cash =
                List.of(new CashBalance(CAD, new BigDecimal("1000")), new CashBalance(USD, new BigDecimal("-17.25")));
        return Valuation.of(
                        new Holdings(MONDAY, List.of(lot), cash),
                        draft(PACK, "195.89").book(),
                        CAD)
                .totalValue();
    }

    private final class Alarms implements NightListener {
        @Override
        public void reconciled(UUID owner, Reconciliation found) {
            if (!found.passed()) {
                alarms.add(found.portfolioId());
            }
        }

        @Override
        public void packRefused(PackId pack, int portfolios) {
            refused.add(pack);
        }
    }

    ReconcileLedgerJob job(LedgerReader reader) {
        return new ReconcileLedgerJob(new ReconcileLedgerJob.Parts(
                database.portfolios(),
                database.pricingPacks(),
                database.packStore(),
                database.reconciliations(),
                reader,
                new Alarms(),
                CLOCK));
    }

    JobReport reconcile() {
        return job((path, commit) -> LEDGER).run(MONDAY);
    }

    MarkPackFreshJob markFresh() {
        return new MarkPackFreshJob(database.pricingPacks(), database.packStore(), database.reconciliations());
    }

    Reconciliation last(Portfolio portfolio) {
        return database.reconciliations()
                .of(portfolio.userId(), portfolio.id(), 1)
                .get(0);
    }

    PackStatus status() {
        return database.pricingPacks().find(PACK).orElseThrow().status();
    }

    void insertAsOwner(String insert) throws SQLException {
        try (Connection owner = TestingDatabase.source(testing.url()).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("select set_config('app.user_id', '" + ALICE + "', false)");
            statement.execute(insert);
        }
    }
}
