package io.dawsos.bookkeeping;

import static io.dawsos.bookkeeping.TestingBooks.CALLER;
import static io.dawsos.bookkeeping.TestingBooks.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dawsos.execution.JsonMembers;
import io.dawsos.failure.Failure;
import io.dawsos.failure.FailureReason;
import io.dawsos.failure.Violation;
import io.dawsos.ledger.JournalText;
import io.dawsos.portfolio.Portfolio;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before the ledger is looked at, and how it is told. */
class ReadersTest {

    private static final String GOOD = "'symbol':'AAPL','trade_type':'buy','qty':10,'price':150.25,'currency':'USD',"
            + "'trade_date':'2024-01-05'";

    @TempDir
    private Path temp;

    private TestingBooks books;
    private Portfolio portfolio;

    @BeforeEach
    void open() {
        books = new TestingBooks(temp.resolve("ledger"));
        portfolio = books.portfolio("One");
    }

    @AfterEach
    void close() {
        books.close();
    }

    private LedgerWrite trade(String members) {
        return books.trades.trade(json("{'portfolio_id':'" + portfolio.id() + "'," + members + "}"), CALLER);
    }

    private static List<Violation> violations(ThrowingCallable call) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        assertThat(failure.reason()).isEqualTo(FailureReason.VALIDATION_FAILED);
        return failure.violations();
    }

    private void refused(String members, String pointer, String words) {
        assertThat(violations(() -> trade(members))).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.message()).contains(words);
        });
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThat(violations(() -> trade("'symbol':'NOPE','trade_type':'swap','qty':0,'price':-1,'currency':'usd',"
                        + "'trade_date':'5.1.2024','fees':'1','lot_selection':'best','colour':1")))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/symbol",
                        "/trade_type",
                        "/qty",
                        "/price",
                        "/currency",
                        "/trade_date",
                        "/fees",
                        "/lot_selection",
                        "/colour");
    }

    @Test
    void everythingMissingIsToldAtOnce() {
        assertThat(violations(() -> books.trades.trade(json("{}"), CALLER)))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/portfolio_id", "/symbol", "/trade_type", "/qty", "/price", "/currency", "/trade_date");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'trade_date':'2024-03-02' | /trade_date | lies in the future; today is 2024-03-01",
                "'trade_date':'1969-12-31' | /trade_date | before 1970-01-01",
                "'currency':'CAD' | /currency | AAPL is in USD, not CAD",
                "'qty':1e400 | /qty | digits",
                "'qty':0.12345678901 | /qty | 10 after it",
                "'fees':1.005 | /fees | at most 2 decimal places",
                "'settlement_date':'2024-01-04' | /settlement_date | before trade_date",
                "'base_currency':'EUR' | /base_currency | kept in CAD",
                "'lot_selection':'fifo' | /lot_selection | for sales",
                "'specific_lot_id':'AAPL:2024-01-02:1' | /specific_lot_id | goes with lot_selection specific",
                "'fx_rate':0 | /fx_rate | above 0",
                "'notes':'a\\nb' | /notes | on one line",
                "'notes':'\\ud800' | /notes | on one line"
            })
    void oneFaultIsNamedWithItsPlace(String member, String pointer, String words) {
        String name = member.substring(0, member.indexOf(':'));
        String rest = List.of(GOOD.split(",")).stream()
                .filter(part -> !part.startsWith(name + ":"))
                .reduce((one, next) -> one + "," + next)
                .orElseThrow();
        refused(rest + "," + member, pointer, words);
    }

    @Test
    void aRateThatIsNotStatedIsThatOfThePackWithItsDate() {
        Trade trade = (Trade) trade(GOOD).instruction();
        assertThat(trade.fx().rate()).isEqualByComparingTo("1.336");
        assertThat(trade.fx().quote()).contains(new Fx.Quote("20240105_v1:USD/CAD", LocalDate.of(2024, 1, 5)));
    }

    @Test
    void aRateThatNoPackHasIsAskedForAndNeverOne() {
        refused(GOOD.replace("2024-01-05", "2024-02-01"), "/fx_rate", "state fx_rate, the units of CAD for 1 USD");
        refused(GOOD.replace("2024-01-05", "2024-01-04"), "/fx_rate", "No pricing pack of 2024-01-04");
    }

    @Test
    void aStatedRateWins() {
        Trade trade = (Trade) trade(GOOD + ",'fx_rate':1.4").instruction();
        assertThat(trade.fx().rate()).isEqualByComparingTo("1.4");
        assertThat(trade.fx().quote()).isEmpty();
    }

    @Test
    void tradesSettleTwoWeekdaysLater() {
        assertThat(((Trade) trade(GOOD).instruction()).settlement()).isEqualTo(LocalDate.of(2024, 1, 9));
    }

    @Test
    void anothersPortfolioLooksLikeNone() {
        Portfolio foreign =
                new Portfolio(new UUID(9, 9), new UUID(0, 2), "Theirs", TestingBooks.cad(), "theirs.beancount");
        books.portfolios.register(foreign);
        for (UUID id : List.of(foreign.id(), new UUID(8, 8))) {
            Failure failure = catchThrowableOfType(
                    Failure.class,
                    () -> books.trades.trade(json("{'portfolio_id':'" + id + "'," + GOOD + "}"), CALLER));
            assertThat(failure.reason()).isEqualTo(FailureReason.PORTFOLIO_NOT_FOUND);
            assertThat(failure.detail()).isEqualTo("Portfolio " + id + " not found");
        }
        assertThat(books.audited)
                .filteredOn(entry -> entry.action().equals("portfolio_refused"))
                .hasSize(2);
    }

    @Test
    void theBaseCurrencyNeedsNoRateAndTakesNoOther() {
        String deposit = "{'portfolio_id':'" + portfolio.id()
                + "','type':'deposit','amount':1,'currency':'CAD','date':'2024-02-01','fx_rate':1.1}";
        assertThat(violations(() -> books.cash.read(json(deposit), CALLER)))
                .extracting(Violation::message)
                .containsExactly("fx_rate must be 1 or left out: CAD is the base currency");
    }

    @Test
    void aConversionNamesBothAmountsAndItsRateFollows() {
        String head = "{'portfolio_id':'" + portfolio.id()
                + "','type':'conversion','amount':1336,'currency':'CAD','date':'2024-01-05'";
        assertThat(violations(() -> books.cash.read(json(head + "}"), CALLER)))
                .extracting(Violation::pointer)
                .containsExactly("/to_amount", "/to_currency");
        Conversion conversion = (Conversion) books.cash
                .read(json(head + ",'to_amount':1000,'to_currency':'USD'}"), CALLER)
                .instruction();
        assertThat(conversion.fx().rate()).isEqualByComparingTo("1.336");
    }

    @Test
    void aSplitStatesItsRatioOnce() {
        String head = "{'portfolio_id':'" + portfolio.id() + "','symbol':'AAPL','split_date':'2024-01-05'";
        assertThat(violations(() -> books.actions.split(json(head + "}"), CALLER)))
                .extracting(Violation::pointer)
                .containsExactly("/split_ratio");
        assertThat(books.actions
                        .split(json(head + ",'split_ratio':1.5}"), CALLER)
                        .instruction())
                .isInstanceOfSatisfying(Split.class, split -> {
                    assertThat(split.to()).isEqualByComparingTo("3");
                    assertThat(split.from()).isEqualByComparingTo("2");
                });
    }

    @Test
    void aPortfolioHasANameOfAtMost255CharactersAndACurrency() {
        assertThat(violations(() ->
                        books.desk.create(json("{'name':'" + "x".repeat(256) + "','base_currency':'XAU'}"), CALLER)))
                .extracting(Violation::pointer)
                .containsExactly("/name", "/base_currency");
    }

    /** What stands in a journal must lie on one line; readers are the only ones who look at texts from outside. */
    @Test
    void noTextIsReadThatAJournalCannotTake() {
        for (int code = 0; code <= 0xFFFF; code++) {
            byte[] body = String.format(Locale.ROOT, "{\"notes\": \"a\\u%04xb\"}", code)
                    .getBytes(StandardCharsets.UTF_8);
            boolean read = JsonMembers.of(body, "{}", List.of(), List.of("notes"))
                    .text("notes", 3)
                    .isPresent();
            assertThat(read).as("U+%04X", code).isEqualTo(!JournalText.breaksTheLine(code));
        }
    }
}
