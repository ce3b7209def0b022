package io.dawsos.bookkeeping;

import static io.dawsos.bookkeeping.TestingBooks.CALLER;
import static io.dawsos.bookkeeping.TestingBooks.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.portfolio.Portfolio;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A portfolio with 10,000 USD in a real repository. */
abstract class TestingPortfolio {

    static final String BUY = "'symbol':'AAPL','trade_type':'buy','qty':10,'price':150,'currency':'USD',"
            + "'trade_date':'2024-01-15','fx_rate':1.35,'fees':4.95";
    static final String SELL = "'symbol':'AAPL','trade_type':'sell','qty':4,'price':180,'currency':'USD',"
            + "'trade_date':'2024-02-01','fx_rate':1.36,'fees':1";

    @TempDir
    private Path temp;

    TestingBooks books;
    Portfolio portfolio;

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

    static void isAmount(WriteAnswer answer, String member, String amount) {
        Object value = answer.members().get(member);
        if (value instanceof Optional<?> optional) {
            value = optional.orElseThrow();
        }
        assertThat((BigDecimal) value).as(member).isEqualByComparingTo(amount);
    }

    static String id(WriteAnswer answer) {
        return String.valueOf(answer.members().get("transaction_id"));
    }

    LedgerTransaction last() {
        List<LedgerTransaction> all = books.book(portfolio).transactions();
        return all.get(all.size() - 1);
    }

    WriteAnswer dividend(String members) {
        return books.write(books.actions.dividend(
                json("{'portfolio_id':'" + portfolio.id() + "','symbol':'AAPL','currency':'USD'," + members + "}"),
                CALLER));
    }
}
