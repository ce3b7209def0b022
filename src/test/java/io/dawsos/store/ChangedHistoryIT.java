package io.dawsos.store;

import static io.dawsos.store.TestingWeek.FRIDAY;
import static io.dawsos.store.TestingWeek.WEDNESDAY;
import static io.dawsos.store.TestingWeek.scope;
import static io.dawsos.testing.TestingRows.ALICE;
import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.MONDAY;
import static io.dawsos.testing.TestingRows.day;
import static io.dawsos.testing.TestingRows.draft;
import static io.dawsos.testing.TestingRows.pack;
import static io.dawsos.testing.TestingRows.restatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.PortfolioHistory;
import io.dawsos.portfolio.PortfolioHistoryStore;
import io.dawsos.portfolio.PortfolioHistoryStore.Added;
import io.dawsos.portfolio.PortfolioHistoryStore.Dated;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PackId;
import io.dawsos.testing.TestingWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Days without a value and restated ones beside the five days of one portfolio. */
class ChangedHistoryIT {

    private static TestingWeek week;
    private static PortfolioHistory history;

    @BeforeAll
    static void fillTheDatabase() {
        week = new TestingWeek();
        history = week.database().portfolioHistory();
    }

    @AfterAll
    static void drop() {
        week.close();
    }

    @Nested
    class ADayWithoutValue {

        private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);
        private static final LocalDate NEXT_TUESDAY = MONDAY.plusDays(8);

        @Test
        void standsBesideTheValuesAndEndsTheAttribution() {
            Database database = week.database();
            PackId lacking = pack(NEXT_MONDAY);
            PackId complete = pack(NEXT_TUESDAY);
            database.packStore().save(List.of(draft(lacking, "200"), draft(complete, "201")));
            UnvaluedDay gap = new UnvaluedDay(NEXT_MONDAY, lacking, List.of("rate TRY/CAD", "price of \"X\""));
            TestingWorld.store(database, ALICES, List.of(gap, day(9, complete)));

            DailyValues onThatDay = history.lastValues(scope(NEXT_MONDAY), 1);
            assertThat(onThatDay).extracting(DailyValue::date).hasSize(1).doesNotContain(NEXT_MONDAY);
            assertThat(onThatDay.unvaluedEnd()).contains(gap);
            assertThat(history.lastAttribution(scope(NEXT_MONDAY), 3).unvalued())
                    .contains(gap);
            assertThat(history.attribution(scope(NEXT_TUESDAY), MONDAY, NEXT_MONDAY)
                            .unvalued())
                    .contains(gap);

            DailyValues dayAfter = history.lastValues(scope(NEXT_TUESDAY), 2);
            assertThat(dayAfter).extracting(DailyValue::date).hasSize(2).endsWith(NEXT_TUESDAY);
            assertThat(dayAfter.unvalued()).containsExactly(gap);
            assertThat(dayAfter.unvaluedEnd()).isEmpty();
            assertThat(history.lastAttribution(scope(NEXT_TUESDAY), 1).from())
                    .as("the last valued day before it")
                    .isEqualTo(dayAfter.get(0).date());
        }
    }

    @Nested
    class ARestatedDay {
        @Test
        void changesItAndEveryLaterDayForScopesMadeAfterItOnly() {
            LocalDate saturday = FRIDAY.plusDays(1);
            PackId first = pack(saturday);
            PackId second = new PackId(WEDNESDAY, 2);
            Database database = week.database();
            database.packStore().save(List.of(draft(first, "200")));
            TestingWorld.store(database, ALICES, List.of(day(5, first)));
            List<PortfolioScope> scopes = List.of(scope(WEDNESDAY), scope(FRIDAY), scope(saturday));
            List<List<DailyValue>> before = scopes.stream()
                    .map(scope -> List.copyOf(history.lastValues(scope, 9)))
                    .toList();
            List<AttributionWindow> windows = scopes.stream()
                    .map(scope -> history.lastAttribution(scope, 2))
                    .toList();

            database.packStore().restate(restatement(pack(WEDNESDAY), draft(second, "100"), "corrected close"));
            long vintage = database.packBooks().made().stream()
                    .filter(made -> made.id().equals(second))
                    .findFirst()
                    .orElseThrow()
                    .sequence();
            List<Dated> again = new ArrayList<>();
            for (PackId pack : List.of(second, pack(WEDNESDAY.plusDays(1)), pack(FRIDAY), first)) {
                again.add(new Dated(vintage, day(20 + again.size(), pack)));
            }
            PortfolioHistoryStore store = database.portfolioHistoryStore();
            store.add(
                    List.of(new Added(store.snapshot(ALICE, ALICES.id(), COMMIT).orElseThrow(), again)));

            assertThat(scopes)
                    .extracting(scope -> List.copyOf(history.lastValues(scope, 9)))
                    .isEqualTo(before);
            assertThat(scopes)
                    .extracting(scope -> history.lastAttribution(scope, 2))
                    .isEqualTo(windows);
            assertThat(history.lastValues(new PortfolioScope(ALICE, ALICES.id(), CAD, COMMIT, second), 2))
                    .extracting(DailyValue::pack)
                    .containsExactly(pack(MONDAY.plusDays(1)), second);
            PackId sunday = pack(FRIDAY.plusDays(2));
            database.packStore().save(List.of(draft(sunday, "201")));
            assertThat(history.lastValues(scope(sunday.date()), 4))
                    .extracting(value -> value.value().intValue())
                    .containsExactly(1020, 1021, 1022, 1023);
        }
    }
}
