package io.dawsos.testing;

import io.dawsos.ledger.CashChange;
import io.dawsos.ledger.CashPeriod;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.LotPeriod;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.DailyValue;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HoldingDay;
import io.dawsos.portfolio.Portfolio;
import io.dawsos.portfolio.Security;
import io.dawsos.pricing.FxQuote;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.Price;
import io.dawsos.pricing.PriceBook;
import io.dawsos.pricing.Restatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A small world of two users, each with a portfolio, two securities and a few packs. */
public final class TestingRows {

    public static final UUID ALICE = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    public static final UUID BOB = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    public static final Currency CAD = Currency.getInstance("CAD");
    public static final Currency USD = Currency.getInstance("USD");
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Portfolio ALICES = new Portfolio(
            UUID.fromString("11111111-0000-0000-0000-00000000000a"), ALICE, "Alice's", CAD, "alice.beancount");
    public static final Portfolio BOBS =
            new Portfolio(UUID.fromString("11111111-0000-0000-0000-00000000000b"), BOB, "Bob's", CAD, "bob.beancount");
    public static final String COMMIT = "a".repeat(40);
    public static final LocalDate MONDAY = LocalDate.of(2023, 12, 18);

    private TestingRows() {}

    public static List<Security> securities() {
        return List.of(
                new Security(
                        "AAPL", "Apple Inc.", USD, "NASDAQ", "equity", Optional.of("Information Technology"), "US"),
                new Security("XIU.TO", "iShares S&P/TSX 60 Index ETF", CAD, "TSX", "etf", Optional.empty(), "CA"));
    }

    public static PackId pack(LocalDate day) {
        return new PackId(day, 1);
    }

    /** AAPL at {@code close}, XIU.TO at 31.415, EUR/USD 1.1 and EUR/CAD 1.46. */
    public static PackDraft draft(PackId id, String close) {
        LocalDate day = id.date();
        return new PackDraft(
                "ECB_CLOSE",
                new PriceBook(
                        id,
                        List.of(
                                new Price("AAPL", new BigDecimal(close), USD, day, "Demo"),
                                new Price("XIU.TO", new BigDecimal("31.415"), CAD, day.minusDays(3), "Demo")),
                        List.of(
                                new FxQuote(EUR, USD, new BigDecimal("1.1000"), day, "ECB"),
                                new FxQuote(EUR, CAD, new BigDecimal("1.46"), day, "ECB"))));
    }

    /** Alice's, of the evening of {@link #MONDAY}. */
    public static Restatement restatement(PackId superseded, PackDraft draft, String reason) {
        return new Restatement(superseded, draft, reason, ALICE, Instant.parse("2023-12-18T22:00:00Z"), List.of());
    }

    /** 1,000 CAD paid in on {@link #MONDAY}, a lot of ten AAPL bought the same day of which four are sold on Wednesday. */
    public static LedgerBook book(String commit) {
        LocalDate wednesday = MONDAY.plusDays(2);
        return new LedgerBook(
                commit,
                "main.beancount",
                CAD,
                List.of(deposit(), purchase()),
                List.of(lot(MONDAY, Optional.of(wednesday), "10"), lot(wednesday, Optional.empty(), "6")),
                List.of(
                        new CashPeriod(CAD, MONDAY, Optional.of(wednesday), new BigDecimal("1000.00")),
                        new CashPeriod(CAD, wednesday, Optional.empty(), new BigDecimal("0.00")),
                        new CashPeriod(USD, MONDAY, Optional.empty(), new BigDecimal("-17.25"))));
    }

    private static LotPeriod lot(LocalDate from, Optional<LocalDate> until, String quantity) {
        return new LotPeriod(
                1,
                "AAPL",
                MONDAY,
                from,
                until,
                new BigDecimal(quantity),
                new BigDecimal("195.89"),
                USD,
                new BigDecimal("1.339812"));
    }

    private static LedgerTransaction deposit() {
        return transaction(
                MONDAY,
                0,
                TransactionKind.DEPOSIT,
                Optional.empty(),
                List.of(new CashChange(CAD, new BigDecimal("1000.00"))));
    }

    /** A deposit, or below zero a withdrawal. */
    private static LedgerTransaction cash(LocalDate day, int sequence, Currency currency, String amount) {
        BigDecimal change = new BigDecimal(amount);
        return transaction(
                day,
                sequence,
                change.signum() > 0 ? TransactionKind.DEPOSIT : TransactionKind.WITHDRAWAL,
                Optional.empty(),
                List.of(new CashChange(currency, change)));
    }

    /** The same with 500 Turkish lira, of which no pack has a rate, that come and go on the day. */
    public static LedgerBook withLira(LedgerBook book, LocalDate day) {
        Currency lira = Currency.getInstance("TRY");
        List<LedgerTransaction> entries = new ArrayList<>(book.transactions());
        entries.add(cash(day, 2, lira, "500"));
        entries.add(cash(day, 3, lira, "-500"));
        return new LedgerBook(book.commit(), book.path(), book.base(), entries, book.lots(), book.cash());
    }

    private static LedgerTransaction purchase() {
        return transaction(
                MONDAY,
                1,
                TransactionKind.BUY,
                Optional.of("AAPL"),
                List.of(new CashChange(USD, new BigDecimal("-1958.90")), new CashChange(USD, new BigDecimal("-4.95"))));
    }

    private static LedgerTransaction transaction(
            LocalDate day, int sequence, TransactionKind kind, Optional<String> symbol, List<CashChange> cash) {
        BigDecimal zero = BigDecimal.ZERO;
        return new LedgerTransaction(
                "2023.beancount:" + (sequence + 10),
                sequence,
                day,
                kind,
                "Entry \"" + sequence + "\", \\ {quoted}",
                symbol,
                symbol.isPresent() ? BigDecimal.TEN : zero,
                Optional.empty(),
                CAD,
                Optional.empty(),
                zero,
                zero,
                zero,
                zero,
                Optional.empty(),
                Optional.empty(),
                cash,
                List.of(),
                Optional.empty());
    }

    /** Day {@code n} (from 0) after {@link #MONDAY}: value 1000 + n, wealth 1 + n/100, one holding and the cash. */
    public static HistoryDay day(int n, PackId pack) {
        LocalDate date = pack.date();
        BigDecimal flow = n == 0 ? new BigDecimal("1000") : BigDecimal.ZERO;
        return new HistoryDay(
                new DailyValue(date, pack, new BigDecimal(1000 + n), flow),
                1 + n / 100.0,
                List.of(
                        new HoldingDay(
                                date, "AAPL", false, USD, 0.75, 1 + n / 50.0, 1.0, 0.1 + 0.2 * n, -n / 3.0, 1e-17 * n),
                        new HoldingDay(date, "CAD", true, CAD, 0.25, 1.0, 1.0, 0, 0, 0)));
    }
}
