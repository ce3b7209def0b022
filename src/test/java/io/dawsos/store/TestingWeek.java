package io.dawsos.store;

import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.book;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static io.dawsos.testing.TestingRows.securities;

import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Five days of one portfolio, Monday to Friday, in a database. */
final class TestingWeek implements AutoCloseable {

    static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    static final LocalDate FRIDAY = MONDAY.plusDays(4);

    private final TestingDatabase testing = TestingDatabase.create();

    TestingWeek() {
        Database database = testing.database();
        database.securityStore().add(securities());
        List<PackDraft> drafts = new ArrayList<>();
        List<HistoryDay> days = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            PackId pack = pack(MONDAY.plusDays(n));
            drafts.add(draft(pack, "19" + n + ".5"));
            days.add(day(n, pack));
        }
        database.packStore().save(drafts);
        database.portfolios().register(ALICES);
        database.ledgerSnapshots().save(ALICE, ALICES.id(), book(COMMIT));
        TestingWorld.store(database, ALICES, days);
    }

    Database database() {
        return testing.database();
    }

    static PortfolioScope scope(LocalDate day) {
        return new PortfolioScope(ALICE, ALICES.id(), CAD, COMMIT, pack(day));
    }

    @Override
    public void close() {
        testing.close();
    }
}
