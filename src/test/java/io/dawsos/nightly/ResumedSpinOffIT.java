package io.dawsos.nightly;

import static io.dawsos.testing.TestingRows.ALICES;
import static io.dawsos.testing.TestingRows.BOBS;
import static io.dawsos.testing.TestingRows.CAD;
import static io.dawsos.testing.TestingRows.COMMIT;
import static io.dawsos.testing.TestingRows.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.TestingSource;
import io.dawsos.portfolio.AttributionWindow;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.DailyValues;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.Security;
import io.dawsos.portfolio.UnvaluedDay;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PriceBook;
import io.dawsos.store.Database;
import io.dawsos.testing.TestingDatabase;
import io.dawsos.testing.TestingPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A spin-off and a merger lie between nights: each night goes on from the rows, lots and balances of the database. It comes out as when the
 * journal is imported after the last night, and everything is computed in one go.
 */
class ResumedSpinOffIT {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    /** A quarter of NEW for each OLD on the 3rd, at a fifth of the cost; on the 8th half a THIRD and 20 USD for each NEW. */
    private static final LedgerBook BOOK = Journals.read(TestingSource.of("""
                    option "operating_currency" "CAD"
                    option "booking_method" "FIFO"
                    2024-01-01 open Assets:Cash
                    2024-01-01 open Assets:Stocks
                    2024-01-01 open Equity:Capital
                    2024-01-01 open Income:Gains
                    2024-01-02 * "Deposit"
                      Assets:Cash  13500.00 CAD
                      Equity:Capital
                    2024-01-02 * "Convert"
                      fx_rate: 1.35
                      Assets:Cash  -13500.00 CAD @@ 10000.00 USD
                      Assets:Cash  10000.00 USD
                    2024-01-02 * "Buy"
                      fx_rate: 1.35
                      Assets:Stocks  100 OLD {100.00 USD}
                      Assets:Cash  -10000.00 USD
                    2024-01-03 * "Spin-off"
                      type: "spin_off"
                      symbol: "OLD"
                      new_shares: 1
                      old_shares: 4
                      cost_to_new: 0.2
                      Assets:Stocks  -100 OLD {100.00 USD, 2024-01-02}
                      Assets:Stocks  100 OLD {80.00 USD, 2024-01-02}
                      Assets:Stocks  25 NEW {80.00 USD, 2024-01-02}
                    2024-01-08 * "Merger"
                      type: "merger"
                      symbol: "NEW"
                      new_shares: 1
                      old_shares: 2
                      cost_to_new: 0.8
                      fx_rate: 1.35
                      Assets:Stocks  -25 NEW {80.00 USD, 2024-01-02}
                      Assets:Stocks  12.5 THIRD {128.00 USD, 2024-01-02}
                      Assets:Cash  500.00 USD
                      Income:Gains
                    """), "main.beancount", COMMIT);

    private TestingDatabase testing;
    private Database database;
    private HistoryBuilder histories;
    private LedgerJob ledgers;

    @BeforeEach
    void create() {
        testing = TestingDatabase.create();
        database = testing.database();
        database.securityStore().add(List.of(security("OLD"), security("NEW"), security("THIRD")));
        histories = new HistoryBuilder(database.packBooks(), database.portfolioHistoryStore());
        ledgers = new LedgerJob(database.ledgerSnapshots(), database.portfolioHistoryStore(), histories);
    }

    @AfterEach
    void drop() {
        testing.close();
    }

    private static Security security(String symbol) {
        return new Security(symbol, symbol, USD, "NYSE", "equity", Optional.empty(), "US");
    }

    private static TestingPacks pack(String day, String old, String rate) {
        return TestingPacks.on(day).price("OLD", old, "USD").rate("USD", "CAD", rate);
    }

    private static List<PriceBook> packs(TestingPacks dayOfTheSpinOff) {
        return List.of(
                pack("2024-01-02", "100", "1.35").book(),
                dayOfTheSpinOff.book(),
                pack("2024-01-04", "78", "1.36").price("NEW", "96.6", "USD").book(),
                pack("2024-01-05", "79", "1.355").price("NEW", "95", "USD").book(),
                pack("2024-01-08", "80", "1.34").price("THIRD", "155", "USD").book(),
                pack("2024-01-09", "81", "1.345").price("THIRD", "150", "USD").book());
    }

    private void nightByNight(List<PriceBook> packs) {
        database.portfolios().register(ALICES);
        database.packStore().save(List.of(new PackDraft("ECB_CLOSE", packs.get(0))));
        ledgers.run(ALICES, BOOK);
        for (PriceBook pack : packs.subList(1, packs.size())) {
            database.packStore().save(List.of(new PackDraft("ECB_CLOSE", pack)));
            assertThat(histories.complete(database.portfolios().owned()).days()).isEqualTo(1);
        }
    }

    private void inOneGo() {
        database.portfolios().register(BOBS);
        ledgers.run(BOBS, BOOK);
    }

    private static PortfolioScope scope(Portfolio portfolio, PriceBook pack) {
        return new PortfolioScope(portfolio.userId(), portfolio.id(), CAD, COMMIT, pack.pack());
    }

    private List<String> everything(Portfolio portfolio, List<PriceBook> packs) {
        List<String> rows = new ArrayList<>();
        for (PriceBook pack : packs) {
            PortfolioScope scope = scope(portfolio, pack);
            DailyValues values = database.portfolioHistory().values(scope, FIRST, pack.date());
            rows.add(values + " " + values.unvalued());
            rows.add(database.portfolioHistory()
                    .attribution(scope, FIRST, pack.date())
                    .toString());
        }
        return rows;
    }

    @Test
    void hasTheBitsOfOneComputedInOneGo() {
        List<PriceBook> packs = packs(pack("2024-01-03", "78", "1.35").price("NEW", "92", "USD"));
        nightByNight(packs);
        inOneGo();

        assertThat(everything(ALICES, packs)).isEqualTo(everything(BOBS, packs));
        AttributionWindow window =
                database.portfolioHistory().attribution(scope(ALICES, packs.get(1)), FIRST, FIRST.plusDays(1));
        assertThat(window.endWealth() / window.startWealth())
                .as("OLD at 78 and a quarter of NEW at 92 are 101")
                .isCloseTo(1.01, within(1e-12));
        DailyValues values =
                database.portfolioHistory().values(scope(ALICES, packs.get(5)), FIRST, LocalDate.of(2024, 12, 31));
        assertThat(values)
                .extracting(DailyValue::flow)
                .filteredOn(flow -> flow.signum() != 0)
                .hasSize(1);
        // 100 OLD at 81, 12.5 THIRD at 150, 500 USD
        assertThat(values.get(5).value()).isEqualByComparingTo("14088.875");
    }

    @Test
    void goesOnFromTheDayBeforeWhenThePriceOfWhatCameIsNotKnownYet() {
        List<PriceBook> packs = packs(pack("2024-01-03", "78", "1.35"));
        nightByNight(packs);
        inOneGo();

        assertThat(everything(ALICES, packs)).isEqualTo(everything(BOBS, packs));
        DailyValues values =
                database.portfolioHistory().values(scope(ALICES, packs.get(2)), FIRST, LocalDate.of(2024, 12, 31));
        assertThat(values.unvalued()).extracting(UnvaluedDay::missing).containsExactly(List.of("price of NEW"));
        assertThat(values).hasSize(2);
    }
}
