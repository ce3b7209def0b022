package io.dawsos.bookkeeping;

import static io.dawsos.bookkeeping.TestingBooks.CALLER;
import static io.dawsos.bookkeeping.TestingBooks.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.Portfolio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From instruction to commit, over a real repository: what happens to units that are held. */
class LedgerWriterHoldingsTest extends TestingPortfolio {

    @Nested
    class ASale {

        @BeforeEach
        void buy() {
            books.trade(portfolio, BUY);
            books.trade(
                    portfolio,
                    BUY.replace("150", "200")
                            .replace("2024-01-15", "2024-01-16")
                            .replace("1.35", "1.30"));
        }

        @Test
        void takesTheOldestLotAndSplitsItsGainIntoPriceFxAndInteraction() {
            WriteAnswer answer = books.trade(portfolio, SELL);
            // 4 x 180 - 1 = 719.00 USD at 1.36 = 977.84 CAD, of 4 x 150 at 1.35 = 810.00 CAD
            isAmount(answer, "net_proceeds", "719.00");
            isAmount(answer, "proceeds_base", "977.84");
            isAmount(answer, "cost_basis_base", "810.00");
            isAmount(answer, "realized_pnl", "167.84");
            isAmount(answer, "realized_price_pnl", "162.00");
            isAmount(answer, "realized_fx_pnl", "6.00");
            isAmount(answer, "realized_interaction_pnl", "1.20");
            assertThat(books.journal(portfolio))
                    .contains(
                            "-4 AAPL {150 USD, 2024-01-15} @ 180 USD", "Income:CapitalGains:AAPL          -120.00 USD");
            assertThat(last().realizedGain()).isEqualByComparingTo("120");
        }

        @ParameterizedTest
        @CsvSource({"lifo, AAPL:2024-01-16:200", "hifo, AAPL:2024-01-16:200", "fifo, AAPL:2024-01-15:150"})
        void takesTheLotsOfTheOrderAskedFor(String selection, String lot) {
            WriteAnswer answer = books.trade(portfolio, SELL + ",'lot_selection':'" + selection + "'");
            assertThat((List<?>) answer.members().get("lots_closed"))
                    .singleElement()
                    .satisfies(closed ->
                            assertThat(((Map<?, ?>) closed).get("lot_id")).isEqualTo(lot));
        }

        @Test
        void takesTheLotThatIsNamed() {
            books.trade(portfolio, SELL + ",'lot_selection':'specific','specific_lot_id':'AAPL:2024-01-16:200'");
            List<LotPeriod> open = books.book(portfolio).lots().stream()
                    .filter(lot -> lot.until().isEmpty())
                    .toList();
            assertThat(open).extracting(lot -> lot.quantity().intValueExact()).containsExactly(10, 6);
        }

        @Test
        void ofMoreThanIsOpenIsRefusedAndNothingIsWritten() {
            String head = books.repository.head();
            assertThatThrownBy(() -> books.trade(portfolio, SELL.replace("'qty':4", "'qty':21")))
                    .hasMessage("qty is 21, but only 20 AAPL are open at the end of 2024-02-01");
            assertThatThrownBy(() -> books.trade(
                            portfolio, SELL + ",'lot_selection':'specific','specific_lot_id':'AAPL:2024-01-17:200'"))
                    .hasMessageContaining("No lot AAPL:2024-01-17:200 is open");
            assertThat(books.repository.head()).isEqualTo(head);
        }

        @Test
        void thatWouldTakeWhatALaterOneTookIsRefused() {
            books.trade(portfolio, SELL.replace("'qty':4", "'qty':10"));
            assertThatThrownBy(() -> books.trade(portfolio, SELL.replace("2024-02-01", "2024-01-20")))
                    .hasMessageContaining("The journal refuses it")
                    .hasMessageContaining("AAPL {150 USD, 2024-01-15} are taken out");
        }
    }

    @Nested
    class ASaleAtAverageCost {

        private Portfolio pool;

        @BeforeEach
        void buy() {
            pool = books.portfolio("Pool", "AVERAGE");
            books.deposit(pool, "10000", "USD", "2024-01-02");
            books.trade(pool, BUY);
        }

        @Test
        void takesFromThePoolAndNamesNoLot() {
            books.trade(pool, BUY.replace("150", "200").replace("2024-01-15", "2024-01-16"));
            WriteAnswer answer = books.trade(pool, SELL);
            // 4 x (180 - 175) at 1.35
            isAmount(answer, "realized_price_pnl", "27.00");
            isAmount(answer, "realized_interaction_pnl", "0.20");
            assertThat(books.journal(pool)).contains("-4 AAPL {} @ 180 USD");
            // (180 - 175) x 4
            assertThat(gain(pool)).isEqualByComparingTo("20");
        }

        @Test
        void ofTheOnlyPurchaseNamesNoLotEither() {
            WriteAnswer answer = books.trade(pool, SELL);
            isAmount(answer, "realized_price_pnl", "162.00");
            assertThat(books.journal(pool)).contains("-4 AAPL {} @ 180 USD");
            assertThat(gain(pool)).isEqualByComparingTo("120");
        }

        @Test
        void cannotChooseLots() {
            assertThatThrownBy(() -> books.trade(pool, SELL + ",'lot_selection':'fifo'"))
                    .hasMessageContaining("AAPL is held at average cost");
        }

        private BigDecimal gain(Portfolio portfolio) {
            List<LedgerTransaction> all = books.book(portfolio).transactions();
            return all.get(all.size() - 1).realizedGain();
        }
    }

    @Nested
    class ADividend {

        @BeforeEach
        void buy() {
            books.trade(portfolio, BUY.replace("'qty':10", "'qty':100"));
        }

        /** Cases a, b and c of the pay-date rule: the rate of the ex-date would give 32.16, 28.475 and 32.40. */
        @ParameterizedTest
        @CsvSource({
            "0.24, 0,      1.36,   24.00, 0.00, 24.00, 32.64",
            "0.25, 0.0375, 1.36,   25.00, 3.75, 21.25, 28.90",
            "0.24, 0,      1.3675, 24.00, 0.00, 24.00, 32.82"
        })
        void isConvertedAtTheRateOfThePayDate(
                String perShare, String tax, String rate, String gross, String withheld, String net, String base) {
            WriteAnswer answer = dividend("'shares':100,'dividend_per_share':" + perShare + ",'withholding_tax':" + tax
                    + ",'ex_date':'2024-02-09','pay_date':'2024-02-15','pay_fx_rate':" + rate);
            isAmount(answer, "gross_amount", gross);
            isAmount(answer, "withholding_amount", withheld);
            isAmount(answer, "net_amount", net);
            isAmount(answer, "net_amount_base", base);
            assertThat(last().kind()).isEqualTo(TransactionKind.DIVIDEND);
            assertThat(last().gross()).isEqualByComparingTo(gross);
            assertThat(last().withheld()).isEqualByComparingTo(withheld);
            assertThat(last().fxRate().orElseThrow()).isEqualByComparingTo(rate);
        }

        @Test
        void forMoreSharesThanWereHeldBeforeTheExDateIsRefused() {
            assertThatThrownBy(() -> dividend("'shares':101,'dividend_per_share':1,'ex_date':'2024-02-09',"
                            + "'pay_date':'2024-02-15','pay_fx_rate':1.36"))
                    .hasMessage("shares is 101, but only 100 AAPL were held before the ex-date 2024-02-09");
        }

        @Test
        void withoutARateOfThePayDateAsksForIt() {
            assertThatThrownBy(() -> dividend(
                            "'shares':100,'dividend_per_share':1,'ex_date':'2024-02-09','pay_date':'2024-02-15'"))
                    .hasMessageContaining("state pay_fx_rate");
        }
    }

    @Nested
    class ASplit {

        private WriteAnswer split(String ratio) {
            return books.write(books.actions.split(
                    json("{'portfolio_id':'" + portfolio.id() + "','symbol':'AAPL','split_date':'2024-02-01'," + ratio
                            + "}"),
                    CALLER));
        }

        @Test
        void multipliesTheUnitsAndKeepsTheCost() {
            books.trade(portfolio, BUY);
            WriteAnswer answer = split("'split_ratio':4");
            assertThat(answer.members()).containsEntry("lots_adjusted", 1);
            LotPeriod lot = books.book(portfolio).lots().get(1);
            assertThat(lot.quantity()).isEqualByComparingTo("40");
            assertThat(lot.unitCost()).isEqualByComparingTo("37.5");
            assertThat(lot.acquired()).isEqualTo("2024-01-15");
            assertThat(lot.costBase()).isEqualByComparingTo("2025");
        }

        @Test
        void canMakeOneOfSeveral() {
            books.trade(portfolio, BUY);
            split("'split_to':1,'split_from':5");
            assertThat(books.book(portfolio).lots().get(1).quantity()).isEqualByComparingTo("2");
        }

        @Test
        void leavesACostWithoutEndThatASaleNamesAllTheSame() {
            books.trade(portfolio, BUY.replace("'qty':10", "'qty':3").replace("150", "100"));
            split("'split_to':3,'split_from':1");
            WriteAnswer answer =
                    books.trade(portfolio, SELL.replace("180", "40").replace("2024-02-01", "2024-02-02"));
            // 4 x (40 - 33.333...) at 1.35
            isAmount(answer, "realized_price_pnl", "36.00");
            assertThat(books.journal(portfolio)).contains("-4 AAPL {33.333");
        }

        @Test
        void ofWhatIsNotHeldWritesNothing() {
            String head = books.repository.head();
            WriteAnswer answer = split("'split_ratio':4");
            assertThat(answer.created()).isFalse();
            assertThat(answer.members())
                    .containsEntry("lots_adjusted", 0)
                    .containsEntry("transaction_id", Optional.empty());
            assertThat(books.repository.head()).isEqualTo(head);
        }
    }
}
