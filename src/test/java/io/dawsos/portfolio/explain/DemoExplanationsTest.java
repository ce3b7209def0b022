package io.dawsos.portfolio.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.ledger.TestingSource;
import io.dawsos.ledger.TransactionKind;
import io.dawsos.portfolio.PortfolioScope;
import io.dawsos.portfolio.explain.LedgerFacts.Facts;
import io.dawsos.pricing.PackAssembler;
import io.dawsos.pricing.PriceBook;
import io.dawsos.provider.DemoActions;
import io.dawsos.provider.DemoMarket;
import io.dawsos.testing.TestingExplanations;
import io.dawsos.testing.TestingPortfolioHistory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The three years of the demo, against what its journal says itself. */
class DemoExplanationsTest {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final LedgerBook BOOK =
            Journals.read(new TestingSource(DemoLedger.files()), DemoLedger.MAIN, "0".repeat(40));
    private static final Facts ALL = TestingExplanations.facts(BOOK);
    private static final TransactionRates STATED = new TransactionRates(CAD, List.of());
    private static final List<PriceBook> MONTH_ENDS = monthEnds();
    private static final TestingPortfolioHistory HISTORY = new TestingPortfolioHistory(BOOK, MONTH_ENDS);

    /** The last pack of every month, as the night builds it. */
    private static List<PriceBook> monthEnds() {
        DemoMarket market = DemoMarket.load();
        SortedMap<YearMonth, PriceBook> last = new TreeMap<>();
        new PackAssembler(market, market.rule())
                .days(Optional.empty(), market.firstDay(), market.lastDay())
                .drafts()
                .forEach(draft -> last.put(YearMonth.from(draft.id().date()), draft.book()));
        return last.values().stream()
                .filter(book -> book.date().getYear() > 2020)
                .toList();
    }

    private static ClosingState close(PriceBook pack) {
        PortfolioScope scope = new PortfolioScope(new UUID(0, 1), new UUID(0, 2), CAD, BOOK.commit(), pack.pack());
        return new ClosingState(HISTORY.holdings(scope), CAD);
    }

    private static Facts between(PriceBook from, PriceBook to) {
        return TestingExplanations.facts(BOOK, from.date().plusDays(1), to.date(), Optional.empty());
    }

    @Nested
    class RealizedLots {

        private final RealizedGains gains = RealizedGains.of(ALL, STATED);

        @Test
        void addUpToTheCapitalGainsOfTheJournalEntryByEntry() {
            assertThat(gains.sales()).hasSize((int) BOOK.transactions().stream()
                    .filter(entry -> entry.kind() == TransactionKind.SELL)
                    .count());
            for (RealizedGains.Sale sale : gains.sales()) {
                BigDecimal sum = sale.lots().stream().map(ClosedLot::gain).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum.subtract(sale.entry().realizedGain()).abs())
                        .as(sale.entry().id())
                        .isLessThan(new BigDecimal("1e-20"));
            }
        }

        @Test
        void splitTheGainOfNvidiaOverASplitAndTwoLots() {
            List<ClosedLot> lots = gains.lots().stream()
                    .filter(lot -> lot.symbol().equals("NVDA") && lot.sold().equals(LocalDate.of(2023, 6, 14)))
                    .toList();
            // 30 of the first lot at 136.215, 40 of the second at 205.125, sold at 429.97
            assertThat(lots)
                    .extracting(ClosedLot::acquired)
                    .containsExactly(LocalDate.of(2021, 1, 11), LocalDate.of(2021, 7, 12));
            assertThat(lots.get(0).units()).isEqualByComparingTo("30");
            assertThat(lots.get(0).gain()).isEqualByComparingTo("8812.65");
            assertThat(lots.get(1).gain()).isEqualByComparingTo("8993.80");
        }
    }

    @Test
    void dividendsAreTheIncomeAccountsOfTheJournal() {
        SortedMap<String, BigDecimal> gross = new TreeMap<>();
        SortedMap<String, BigDecimal> withheld = new TreeMap<>();
        for (Dividend dividend : Dividend.of(ALL, STATED)) {
            String currency = dividend.currency().getCurrencyCode();
            gross.merge(dividend.symbol().replace('.', '-') + " " + currency, dividend.gross(), BigDecimal::add);
            withheld.merge(currency, dividend.withheld(), BigDecimal::add);
        }
        SortedMap<String, BigDecimal> income = new TreeMap<>();
        SortedMap<String, BigDecimal> taxes = new TreeMap<>();
        DemoLedger.files().forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            add(income, text, "Income:Dividends:(\\S+) +-([0-9.]+) ([A-Z]{3})", true);
            add(taxes, text, "Expenses:Withholding:(\\S+) +([0-9.]+) ([A-Z]{3})", false);
        });
        assertThat(income).hasSize(12);
        assertThat(gross).isEqualTo(income);
        withheld.values().removeIf(amount -> amount.signum() == 0);
        assertThat(withheld).isEqualTo(taxes);
    }

    private static void add(SortedMap<String, BigDecimal> sums, String text, String line, boolean byAccount) {
        Matcher matcher = Pattern.compile(line).matcher(text);
        while (matcher.find()) {
            String key = byAccount ? matcher.group(1) + " " + matcher.group(3) : matcher.group(3);
            sums.merge(key, new BigDecimal(matcher.group(2)), BigDecimal::add);
        }
    }

    @Test
    void theChangeOfEveryMonthIsExplainedButForWhatTheJournalRounds() {
        for (int i = 1; i < MONTH_ENDS.size(); i++) {
            PriceBook from = MONTH_ENDS.get(i - 1);
            PriceBook to = MONTH_ENDS.get(i);
            Facts facts = between(from, to);
            ValueChange change = ValueChange.between(close(from), close(to), facts, STATED);
            // a trade of fractional units is rounded to the cent; all other entries balance exactly
            long rounded = facts.transactions().stream()
                    .filter(entry -> entry.quantity().stripTrailingZeros().scale() > 0)
                    .count();
            assertThat(change.residual().abs())
                    .as("residual of %s with %d fractional trades", to.date(), rounded)
                    .isLessThanOrEqualTo(new BigDecimal("0.0141").multiply(BigDecimal.valueOf(rounded)))
                    .isLessThan(new BigDecimal("0.05"));
            assertThat(change.warnings()).isEmpty();
        }
        assertThat(MONTH_ENDS).hasSize(36);
    }

    @Test
    void theChangeOfThreeYearsHoldsWhatTheJournalHolds() {
        ValueChange change = ValueChange.between(
                close(MONTH_ENDS.get(0)),
                close(MONTH_ENDS.get(35)),
                between(MONTH_ENDS.get(0), MONTH_ENDS.get(35)),
                STATED);
        BigDecimal dividends = Dividend.of(between(MONTH_ENDS.get(0), MONTH_ENDS.get(35)), STATED).stream()
                .map(Dividend::grossBase)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(change.dividends()).isEqualByComparingTo(dividends);
        assertThat(change.externalFlows()).isEqualByComparingTo(flows());
        assertThat(change.residual().abs()).isLessThan(new BigDecimal("0.2"));
        assertThat(change.taxes()).isNegative();
        assertThat(change.fees()).isNegative();
    }

    private static BigDecimal flows() {
        return between(MONTH_ENDS.get(0), MONTH_ENDS.get(35)).transactions().stream()
                .filter(LedgerTransaction::isExternalFlow)
                .flatMap(entry -> entry.cash().stream()
                        .map(change -> change.amount()
                                .multiply(
                                        change.currency().equals(CAD)
                                                ? BigDecimal.ONE
                                                : entry.fxRate().orElseThrow())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theEffectsOfEveryPairOfMonthEndsAddUpExactly() {
        for (int i = 0; i < MONTH_ENDS.size(); i += 5) {
            for (int j = i + 1; j < MONTH_ENDS.size(); j += 7) {
                ClosingState from = close(MONTH_ENDS.get(i));
                ClosingState to = close(MONTH_ENDS.get(j));
                BigDecimal sum = new PackComparison(from, from, to, between(MONTH_ENDS.get(i), MONTH_ENDS.get(j)))
                        .rows().stream()
                                .map(row -> row.effects().orElseThrow().total())
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum)
                        .as("%s to %s", from.date(), to.date())
                        .isEqualByComparingTo(to.value().subtract(from.value()));
            }
        }
    }

    @Nested
    class TheShippedCorporateActions {

        private final List<CorporateAction> actions = DemoActions.load();

        @Test
        void areTheDividendsThatTheJournalReceived() {
            List<Dividend> received = Dividend.of(ALL, STATED);
            assertThat(received).hasSize(128);
            for (Dividend dividend : received) {
                CorporateAction action = actions.stream()
                        .filter(each -> each.symbol().equals(dividend.symbol())
                                && dividend.exDate().equals(Optional.of(each.exDate())))
                        .findFirst()
                        .orElseThrow();
                BigDecimal expected =
                        dividend.units().orElseThrow().multiply(action.amount().orElseThrow());
                assertThat(dividend.gross().subtract(expected).abs())
                        .as(dividend.entry())
                        .isLessThanOrEqualTo(new BigDecimal("0.005"));
                assertThat(action.currency()).hasValue(dividend.currency());
                assertThat(action.payDate()).hasValue(dividend.paid());
            }
        }

        @Test
        void areTheSplitsOfTheJournalAndOfTheMarket() {
            SplitFactors ofLedger = SplitFactors.of(List.of(), ALL);
            SplitFactors ofActions = SplitFactors.of(actions, new Facts(List.of(), List.of()));
            for (String symbol : List.of("NVDA", "SHOP.TO")) {
                LocalDate from = LocalDate.of(2021, 2, 1);
                LocalDate to = LocalDate.of(2023, 12, 29);
                assertThat(ofActions.between(symbol, from, to))
                        .isEqualByComparingTo(ofLedger.between(symbol, from, to))
                        .isGreaterThan(BigDecimal.ONE);
            }
            assertThat(actions).hasSize(130);
        }
    }

    @Test
    void theForecastIsTheYearBeforeOnWhatIsHeldNow() {
        DividendOutlook outlook =
                new DividendOutlook(LocalDate.of(2023, 12, 29), ALL, DemoActions.load(), Dividend.of(ALL, STATED));
        // 150 MSFT x (0.68 + 0.68 + 0.68 + 0.75)
        BigDecimal microsoft =
                outlook.nextYear("MSFT").stream().map(ExpectedDividend::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(outlook.held().get("MSFT")).isEqualByComparingTo("150");
        assertThat(microsoft).isEqualByComparingTo("418.50");
        assertThat(outlook.held().keySet())
                .allSatisfy(symbol -> assertThat(outlook.unknown(symbol)).isEmpty());
        assertThat(outlook.nextYear("SHOP.TO")).as("pays none").isEmpty();
    }
}
