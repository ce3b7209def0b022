package io.dawsos;

import static io.dawsos.Replies.ok;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dawsos.ledger.DemoLedger;
import io.dawsos.ledger.Journals;
import io.dawsos.ledger.beancount.Directive.Balance;
import io.dawsos.ledger.beancount.Directive.Price;
import io.dawsos.ledger.beancount.Directive.Transaction;
import io.dawsos.ledger.beancount.Journal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The answers against what the demo journal says of itself: its balance assertions and its month-end prices, in no way our own figures. */
class JournalAgreementIT {

    /** One basis point. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0001");

    private final TestingService service = TestingService.shared();
    private final Journal journal =
            Journals.check(path -> Optional.ofNullable(DemoLedger.files().get(path)), DemoLedger.MAIN);

    /** The valued positions at the close of a day. */
    private JsonNode positions(LocalDate day) {
        return overview("\"asof\":\"" + day + "\",\"inputs\":{}").path("valued_positions");
    }

    private JsonNode overview(String members) {
        return ok(service.post("/execute", "{\"pattern_id\":\"portfolio_overview\"," + members + "}"))
                .path("data");
    }

    @Test
    void cashAndUnitsEqualEveryBalanceAssertionExactly() {
        Map<LocalDate, List<Balance>> byDay = new TreeMap<>();
        journal.balances()
                .forEach(balance -> byDay.computeIfAbsent(balance.date(), day -> new ArrayList<>())
                        .add(balance));
        assertThat(journal.balances()).hasSizeGreaterThan(50);
        byDay.forEach((day, balances) -> {
            JsonNode held = positions(day.minusDays(1)); // an assertion holds at the start of its day
            for (Balance balance : balances) {
                assertThat(amount(held, balance.expected().commodity()))
                        .as("%s: %s", balance.place(), balance.expected())
                        .isEqualByComparingTo(balance.expected().number());
            }
        });
    }

    @Test
    void lotsAddUpToTheirPosition() {
        for (JsonNode position : positions(LocalDate.of(2023, 12, 29)).path("positions")) {
            assertThat(sum(position.path("lots"), "quantity"))
                    .as(position.path("symbol").asText())
                    .isEqualByComparingTo(position.path("quantity").decimalValue());
            assertThat(sum(position.path("lots"), "cost_basis")
                            .subtract(position.path("cost_basis").decimalValue())
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.01")
                            .multiply(BigDecimal.valueOf(position.path("lots").size())));
        }
    }

    @Test
    void everyPositionIsWorthItsUnitsAtTheJournalsMonthEndPrices() {
        int compared = 0;
        for (LocalDate day : monthEnds()) {
            for (JsonNode position : positions(day).path("positions")) {
                Price price = price(day, position.path("symbol").asText());
                BigDecimal expected = position.path("quantity")
                        .decimalValue()
                        .multiply(price.price().number())
                        .multiply(rate(day, price.price().commodity()));
                assertWithinOneBasisPoint(
                        day + " " + price.commodity(),
                        position.path("market_value").decimalValue(),
                        expected);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(400);
    }

    @Test
    void theReturnOfAMonthWithoutFlowsIsTheQuotientOfItsMonthEndValues() {
        SortedSet<YearMonth> flowMonths = new TreeSet<>();
        journal.transactions().stream()
                .filter(JournalAgreementIT::isFlow)
                .forEach(flow -> flowMonths.add(YearMonth.from(flow.date())));
        List<LocalDate> ends = monthEnds();
        int compared = 0;
        for (int i = 1; i < ends.size(); i++) {
            LocalDate from = ends.get(i - 1);
            LocalDate to = ends.get(i);
            if (flowMonths.contains(YearMonth.from(to))) {
                continue;
            }
            JsonNode metrics = overview("\"inputs\":{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}")
                    .path("perf_metrics");
            BigDecimal growth = journalValue(to).divide(journalValue(from), MathContext.DECIMAL64);
            assertThat(metrics.path("from").asText()).isEqualTo(from.toString());
            assertWithinOneBasisPoint(
                    from + " to " + to, BigDecimal.ONE.add(metrics.path("twr").decimalValue()), growth);
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    /** Everything held, at the journal's own prices and rates. */
    private BigDecimal journalValue(LocalDate day) {
        JsonNode held = positions(day);
        BigDecimal value = BigDecimal.ZERO;
        for (JsonNode position : held.path("positions")) {
            Price price = price(day, position.path("symbol").asText());
            value = value.add(position.path("quantity")
                    .decimalValue()
                    .multiply(price.price().number())
                    .multiply(rate(day, price.price().commodity())));
        }
        for (JsonNode cash : held.path("cash")) {
            value = value.add(cash.path("amount")
                    .decimalValue()
                    .multiply(rate(day, cash.path("currency").asText())));
        }
        return value;
    }

    private static boolean isFlow(Transaction transaction) {
        return transaction.tags().contains("flow");
    }

    private List<LocalDate> monthEnds() {
        SortedSet<LocalDate> days = new TreeSet<>();
        journal.prices().forEach(price -> days.add(price.date()));
        return List.copyOf(days);
    }

    private Price price(LocalDate day, String commodity) {
        SortedMap<String, Price> found = new TreeMap<>();
        journal.prices().stream()
                .filter(price -> price.date().equals(day))
                .forEach(price -> found.put(price.commodity(), price));
        assertThat(found).as("price of %s on %s", commodity, day).containsKey(commodity);
        return requireNonNull(found.get(commodity));
    }

    private BigDecimal rate(LocalDate day, String currency) {
        return "CAD".equals(currency)
                ? BigDecimal.ONE
                : price(day, currency).price().number();
    }

    private static BigDecimal amount(JsonNode held, String commodity) {
        for (JsonNode position : held.path("positions")) {
            if (position.path("symbol").asText().equals(commodity)) {
                return position.path("quantity").decimalValue();
            }
        }
        for (JsonNode cash : held.path("cash")) {
            if (cash.path("currency").asText().equals(commodity)) {
                return cash.path("amount").decimalValue();
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal sum(JsonNode rows, String member) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            sum = sum.add(row.path(member).decimalValue());
        }
        return sum;
    }

    private static void assertWithinOneBasisPoint(String what, BigDecimal actual, BigDecimal expected) {
        assertThat(actual.subtract(expected).abs())
                .as("%s: %s, the journal says %s", what, actual, expected)
                .isLessThanOrEqualTo(expected.abs().multiply(TOLERANCE));
    }
}
