package io.dawsos.portfolio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.ledger.beancount.Directive.Balance;
import io.dawsos.ledger.beancount.Directive.Price;
import io.dawsos.ledger.beancount.Journal;
import io.dawsos.ledger.beancount.JournalSource;
import io.dawsos.pricing.PriceBook;
import io.dawsos.testing.TestingHoldings;
import io.dawsos.testing.TestingMarket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A portfolio in euros with securities in four currencies, one of them quoted in pence, against what its journal says of itself: balance
 * assertions and month-end prices.
 */
class EuroPortfolioTest {

    private static final Path FOLDER = Path.of("src/test/resources/ledger");
    private static final JournalSource SOURCE = JournalSource.directory(FOLDER.resolve("valid"));
    private static final String MAIN = "euro_portfolio.beancount";
    private static final Currency EUR = Currency.getInstance("EUR");

    /** One basis point. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0001");

    private static final LedgerBook BOOK = Journals.read(SOURCE, MAIN, "e".repeat(40));
    private static final Journal JOURNAL = Journals.check(SOURCE, MAIN);
    private static final List<PriceBook> PACKS = new TestingMarket(FOLDER.resolve("euro"))
            .in("USD", "AAPL")
            .in("EUR", "ASML.AS", "MC.PA", "SAP.DE")
            .in("CHF", "NESN.SW")
            .in("GBP", "SHEL.L")
            .packs();
    private static final SortedMap<LocalDate, HistoryDay> HISTORY = history();

    private static SortedMap<LocalDate, HistoryDay> history() {
        SortedMap<LocalDate, HistoryDay> days = new TreeMap<>();
        DailyHistory.of(BOOK, PACKS).forEach(day -> days.put(day.value().date(), day));
        return days;
    }

    private static Holdings held(LocalDate day) {
        return TestingHoldings.on(BOOK, day);
    }

    private static Valuation valued(LocalDate day) {
        PriceBook pack = PACKS.stream()
                .filter(book -> book.date().equals(day))
                .findFirst()
                .orElseThrow();
        return Valuation.of(held(day), pack, EUR);
    }

    @Test
    void unitsAndCashEqualEveryBalanceAssertionExactly() {
        assertThat(JOURNAL.balances()).hasSize(20);
        for (Balance balance : JOURNAL.balances()) {
            // an assertion holds at the start of its day
            assertThat(TestingHoldings.amount(
                            held(balance.date().minusDays(1)),
                            balance.expected().commodity()))
                    .as("%s: %s", balance.place(), balance.expected())
                    .isEqualByComparingTo(balance.expected().number());
        }
    }

    @Test
    void theOldestLotsAreSoldFirst() {
        assertThat(asml(LocalDate.of(2023, 2, 1))).containsExactly("25 x 622.3", "12 x 457.25");
        assertThat(asml(LocalDate.of(2023, 2, 2))).containsExactly("7 x 457.25");
        LedgerTransaction sale = BOOK.transactions().stream()
                .filter(entry -> entry.narration().equals("Sell 30 ASML.AS"))
                .findFirst()
                .orElseThrow();
        // 30 at 635.00, of which 25 cost 622.30 and 5 cost 457.25
        assertThat(sale.realizedGain()).isEqualByComparingTo("1206.25");
    }

    private static List<String> asml(LocalDate day) {
        return held(day).lots().stream()
                .filter(EuroPortfolioTest::isAsml)
                .map(EuroPortfolioTest::text)
                .toList();
    }

    private static boolean isAsml(Lot lot) {
        return lot.symbol().equals("ASML.AS");
    }

    private static String text(Lot lot) {
        return lot.quantity().stripTrailingZeros().toPlainString() + " x "
                + lot.unitCost().stripTrailingZeros().toPlainString();
    }

    @Test
    void pencePricesAreBookedAsPounds() {
        Lot shell = held(LocalDate.of(2023, 12, 29)).lots().stream()
                .filter(lot -> lot.symbol().equals("SHEL.L"))
                .findFirst()
                .orElseThrow();
        assertThat(shell.currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(shell.costBase())
                .isEqualByComparingTo(new BigDecimal("450")
                        .multiply(new BigDecimal("17.3060"))
                        .multiply(new BigDecimal("1.199070")));
        ValuedPosition position = valued(LocalDate.of(2023, 12, 29)).positions().get(5);
        assertThat(position.symbol()).isEqualTo("SHEL.L");
        assertNear(
                "SHEL.L", position.marketValue().orElseThrow(), new BigDecimal("13315.40")); // 450 x 25.715 x 1.150682
    }

    @Test
    void dividendsAreNetOfTheirTaxAtTheRateOfThePayDay() {
        List<LedgerTransaction> dividends = BOOK.transactions().stream()
                .filter(entry -> entry.kind() == TransactionKind.DIVIDEND)
                .toList();
        assertThat(dividends).hasSizeGreaterThan(20).allSatisfy(dividend -> {
            assertThat(dividend.gross().subtract(dividend.withheld()))
                    .isEqualByComparingTo(dividend.cash().get(0).amount());
            assertThat(dividend.payDate()).contains(dividend.date());
            assertThat(dividend.exDate().orElseThrow()).isBefore(dividend.date());
            assertThat(dividend.fxRate()).isPresent();
        });
    }

    @Test
    void everyPositionAndTheWholeAreWorthWhatTheJournalsMonthEndPricesMakeThem() {
        int compared = 0;
        for (LocalDate day : monthEnds()) {
            Valuation valuation = valued(day);
            assertThat(valuation.warnings()).allMatch(warning -> warning.contains("carried forward"));
            for (ValuedPosition position : valuation.positions()) {
                Price price = price(day, position.symbol());
                assertNear(
                        day + " " + position.symbol(),
                        position.marketValue().orElseThrow(),
                        position.quantity()
                                .multiply(price.price().number())
                                .multiply(rate(day, price.price().commodity())));
                compared++;
            }
            assertNear(day + " in all", valuation.totalValue(), journalValue(day));
            assertThat(requireNonNull(HISTORY.get(day)).value().value())
                    .as("history on %s", day)
                    .isEqualByComparingTo(valuation.totalValue());
        }
        assertThat(compared).isGreaterThan(130);
    }

    @Test
    void theReturnOfAMonthWithoutFlowsIsTheQuotientOfItsMonthEndValues() {
        SortedSet<YearMonth> flowMonths = new TreeSet<>();
        BOOK.transactions().stream()
                .filter(LedgerTransaction::isExternalFlow)
                .forEach(flow -> flowMonths.add(YearMonth.from(flow.date())));
        List<LocalDate> ends = monthEnds();
        int compared = 0;
        for (int i = 1; i < ends.size(); i++) {
            if (!flowMonths.contains(YearMonth.from(ends.get(i)))) {
                BigDecimal growth = BigDecimal.valueOf(wealth(ends.get(i)) / wealth(ends.get(i - 1)));
                assertNear(
                        ends.get(i - 1) + " to " + ends.get(i),
                        growth,
                        journalValue(ends.get(i)).divide(journalValue(ends.get(i - 1)), MathContext.DECIMAL64));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(21);
    }

    @Test
    void aFlowIsNoReturn() {
        // the deposit of 2022-09-01: what it brings is taken out of the day's return
        HistoryDay day = requireNonNull(HISTORY.get(LocalDate.of(2022, 9, 1)));
        HistoryDay before = requireNonNull(HISTORY.get(LocalDate.of(2022, 8, 31)));
        BigDecimal flow = day.value().flow();
        assertThat(flow).isEqualByComparingTo("15000.00");
        assertNear(
                "growth of the day",
                BigDecimal.valueOf(day.wealthIndex() / before.wealthIndex()),
                day.value().value().subtract(flow).divide(before.value().value(), MathContext.DECIMAL64));
    }

    private static double wealth(LocalDate day) {
        return requireNonNull(HISTORY.get(day)).wealthIndex();
    }

    /** Everything held, at the journal's own prices and rates. */
    private static BigDecimal journalValue(LocalDate day) {
        Holdings held = held(day);
        BigDecimal value = BigDecimal.ZERO;
        for (Lot lot : held.lots()) {
            Price price = price(day, lot.symbol());
            value = value.add(lot.quantity()
                    .multiply(price.price().number())
                    .multiply(rate(day, price.price().commodity())));
        }
        for (CashBalance cash : held.cash()) {
            value = value.add(cash.amount().multiply(rate(day, cash.currency().getCurrencyCode())));
        }
        return value;
    }

    private static List<LocalDate> monthEnds() {
        SortedSet<LocalDate> days = new TreeSet<>();
        JOURNAL.prices().forEach(price -> days.add(price.date()));
        return List.copyOf(days);
    }

    private static Price price(LocalDate day, String commodity) {
        Map<String, Price> found = new TreeMap<>();
        JOURNAL.prices().stream()
                .filter(price -> price.date().equals(day))
                .forEach(price -> found.put(price.commodity(), price));
        return requireNonNull(found.get(commodity), () -> "price of " + commodity + " on " + day);
    }

    private static BigDecimal rate(LocalDate day, String currency) {
        return "EUR".equals(currency)
                ? BigDecimal.ONE
                : price(day, currency).price().number();
    }

    private static void assertNear(String what, BigDecimal actual, BigDecimal expected) {
        assertThat(actual.subtract(expected).abs())
                .as("%s: %s, the journal says %s", what, actual, expected)
                .isLessThanOrEqualTo(expected.abs().multiply(TOLERANCE));
    }
}
