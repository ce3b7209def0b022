package io.dawsos.bookkeeping;

import static io.dawsos.bookkeeping.TestingBooks.CALLER;
import static io.dawsos.bookkeeping.TestingBooks.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.execution.AuditLog;
import io.dawsos.failure.Failure;
import io.dawsos.ledger.HeadMoved;
import io.dawsos.ledger.LedgerChange;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.Portfolio;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From instruction to commit, over a real repository. */
class LedgerWriterTest {

    private static final String BUY = "'symbol':'AAPL','trade_type':'buy','qty':10,'price':150,'currency':'USD',"
            + "'trade_date':'2024-01-15','fx_rate':1.35,'fees':4.95";
    private static final String SELL = "'symbol':'AAPL','trade_type':'sell','qty':4,'price':180,'currency':'USD',"
            + "'trade_date':'2024-02-01','fx_rate':1.36,'fees':1";

    @TempDir
    private Path temp;

    private TestingBooks books;
    private Portfolio portfolio;

    @BeforeEach
    void open() {
        books = new TestingBooks(temp.resolve("ledger"));
        portfolio = books.portfolio("One");
        books.deposit(portfolio, "10000", "USD", "2024-01-02");
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static void isAmount(WriteAnswer answer, String member, String amount) {
        Object value = answer.members().get(member);
        if (value instanceof Optional<?> optional) {
            value = optional.orElseThrow();
        }
        assertThat((BigDecimal) value).as(member).isEqualByComparingTo(amount);
    }

    private static String id(WriteAnswer answer) {
        return String.valueOf(answer.members().get("transaction_id"));
    }

    private LedgerTransaction last() {
        List<LedgerTransaction> all = books.book(portfolio).transactions();
        return all.get(all.size() - 1);
    }

    private WriteAnswer dividend(String members) {
        return books.write(books.actions.dividend(
                json("{'portfolio_id':'" + portfolio.id() + "','symbol':'AAPL','currency':'USD'," + members + "}"),
                CALLER));
    }

    @Nested
    class APurchase {

        @Test
        void isWrittenAsTheDemoJournalWritesIt() {
            String id = id(books.trade(portfolio, BUY));
            assertThat(books.journal(portfolio)).endsWith("""
                    2024-01-15 * "Buy 10 AAPL" #trade
                      id: "%s"
                      type: "buy"
                      symbol: "AAPL"
                      fx_rate: 1.35
                      settlement_date: 2024-01-17
                      Assets:Broker:Positions                10 AAPL {150 USD, 2024-01-15}
                      Expenses:Commissions                 4.95 USD
                      Assets:Broker:Cash               -1504.95 USD
                    """.formatted(id));
            assertThat(last().id()).isEqualTo(id);
        }

        @Test
        void answersCostInBothCurrencies() {
            WriteAnswer answer = books.trade(portfolio, BUY);
            isAmount(answer, "total_cost", "1504.95");
            isAmount(answer, "total_cost_base", "2031.68");
            isAmount(answer, "cost_basis_base", "2025.00");
            assertThat(answer.members())
                    .containsEntry("lot_id", "AAPL:2024-01-15:150")
                    .containsEntry("imported", true)
                    .containsEntry("ledger_commit_hash", books.repository.head());
        }

        @Test
        void beyondTheCashIsWrittenAndTold() {
            WriteAnswer answer = books.trade(portfolio, BUY.replace("'qty':10", "'qty':100"));
            assertThat(answer.members().get("warnings"))
                    .isEqualTo(List.of("Cash in USD is -5004.95 at the end of 2024-01-15"));
        }
    }

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
        void takesTheOldestLotAndSplitsItsGainIntoPriceAndFx() {
            WriteAnswer answer = books.trade(portfolio, SELL);
            // 4 x 180 - 1 = 719.00 USD at 1.36 = 977.84 CAD, of 4 x 150 at 1.35 = 810.00 CAD
            isAmount(answer, "net_proceeds", "719.00");
            isAmount(answer, "proceeds_base", "977.84");
            isAmount(answer, "cost_basis_base", "810.00");
            isAmount(answer, "realized_pnl", "167.84");
            isAmount(answer, "realized_price_pnl", "163.20");
            isAmount(answer, "realized_fx_pnl", "6.00");
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

    @Nested
    class AReversal {

        private WriteAnswer reverse(String id) {
            return books.write(books.trades.reversal(json("{'reason':'wrong portfolio'}"), id, CALLER));
        }

        @Test
        void ofAPurchaseTakesTheUnitsBack() {
            String id = id(books.trade(portfolio, BUY));
            WriteAnswer answer = reverse(id);
            assertThat(answer.members()).containsEntry("reverses", id);
            assertThat(books.journal(portfolio))
                    .contains("reverses: \"" + id + "\"", "-10 AAPL {150 USD, 2024-01-15}", "-4.95 USD", "1504.95 USD");
            assertThat(books.book(portfolio).lots()).isEmpty();
            assertThat(books.book(portfolio).cash())
                    .last()
                    .satisfies(cash -> assertThat(cash.amount()).isEqualByComparingTo("10000"));
        }

        @Test
        void ofADepositTakesTheMoneyBack() {
            String id = id(books.deposit(portfolio, "500", "CAD", "2024-01-03"));
            reverse(id);
            assertThat(books.book(portfolio).cash())
                    .noneMatch(cash -> cash.currency().equals(TestingBooks.cad())
                            && cash.until().isEmpty());
        }

        @Test
        void isMadeOnceAndNotOfAReversal() {
            String id = id(books.trade(portfolio, BUY));
            String reversal = id(reverse(id));
            assertThatThrownBy(() -> reverse(id)).hasMessageContaining("was reversed on 2024-01-15 already");
            assertThatThrownBy(() -> reverse(reversal)).hasMessageContaining("is a reversal itself");
        }

        @Test
        void ofWhatIsNotThereIsNotFound() {
            assertThatThrownBy(() -> reverse("main.beancount:7")).hasMessageContaining("No transaction");
            assertThatThrownBy(() -> reverse("00000000-0000-0000-0000-0000000000aa"))
                    .hasMessageContaining("No transaction");
        }
    }

    @Nested
    class NothingIsWrittenWhen {

        @Test
        void theEntryLiesBeforeABalanceAssertion() {
            append("2024-02-01 balance Assets:Broker:Cash 10000.00 USD\n");
            String head = books.repository.head();
            assertThatThrownBy(() -> books.trade(portfolio, BUY))
                    .hasMessageContaining("lies before the statement of 2024-02-01");
            assertThat(books.repository.head()).isEqualTo(head);
            assertThat(books.trade(portfolio, BUY.replace("2024-01-15", "2024-02-01"))
                            .created())
                    .isTrue();
        }

        @Test
        void theJournalIsFaulty() {
            append("nonsense\n");
            assertThatThrownBy(() -> books.trade(portfolio, BUY))
                    .hasMessageContaining("1 faults at the head of the ledger");
        }

        @Test
        void theAuditLogCannotKeepIt() {
            String head = books.repository.head();
            books.auditFails = true;
            assertThatThrownBy(() -> books.trade(portfolio, BUY)).hasMessage("The audit log is full");
            assertThat(books.repository.head()).isEqualTo(head);
        }

        @Test
        void theHeadHasMoved() {
            LedgerDraft draft = books.writer.draft(write());
            books.deposit(portfolio, "1", "CAD", "2024-01-03");
            String theirs = books.repository.head();
            assertThatThrownBy(() -> books.writer.commit(draft)).isInstanceOf(HeadMoved.class);
            assertThat(books.repository.head()).isEqualTo(theirs);
            assertThat(books.audited).extracting(AuditLog.Entry::action).endsWith("ledger_write_failed");
            books.writer.complete(books.writer.commit(books.writer.draft(draft.write())));
            assertThat(books.book(portfolio).transactions())
                    .extracting(LedgerTransaction::kind)
                    .containsExactly(TransactionKind.DEPOSIT, TransactionKind.DEPOSIT, TransactionKind.BUY);
        }

        private LedgerWrite write() {
            return books.trades.trade(json("{'portfolio_id':'" + portfolio.id() + "'," + BUY + "}"), CALLER);
        }

        private void append(String text) {
            byte[] content = (books.journal(portfolio) + text).getBytes(StandardCharsets.UTF_8);
            books.repository.commit(new LedgerChange(
                    books.repository.head(), portfolio.ledgerPath(), content, "By hand", TestingBooks.CLOCK.instant()));
        }
    }

    @Test
    void anImportThatFailsTakesNothingBackAndIsTold() {
        books.importFails = true;
        WriteAnswer answer = books.trade(portfolio, BUY);
        assertThat(answer.created()).isTrue();
        assertThat(answer.members()).containsEntry("imported", false);
        assertThat(String.valueOf(answer.members().get("warnings")))
                .contains("It is in the ledger", "Do not send it again");
        assertThat(last().kind()).isEqualTo(TransactionKind.BUY);
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> books.portfolio("One"))
                .isInstanceOf(Failure.class)
                .hasMessage("You have a portfolio of this name already");
    }

    @Test
    void everyWriteIsAudited() {
        books.trade(portfolio, BUY);
        assertThat(books.audited)
                .extracting(AuditLog.Entry::action)
                .containsExactly("ledger_write", "ledger_write", "ledger_write");
        assertThat(books.audited.get(2).details()).contains("\"kind\":\"buy\"", "\"summary\":\"Buy 10 AAPL\"");
    }
}
