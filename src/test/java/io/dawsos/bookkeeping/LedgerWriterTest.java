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
import io.dawsos.ledger.TransactionKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From instruction to commit, over a real repository: purchases, reversals, and what stops a write. */
class LedgerWriterTest extends TestingPortfolio {

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
