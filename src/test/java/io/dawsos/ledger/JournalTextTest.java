package io.dawsos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dawsos.ledger.beancount.CostSpec;
import io.dawsos.ledger.beancount.Directive;
import io.dawsos.ledger.beancount.JournalSource;
import io.dawsos.ledger.beancount.MetaValue;
import io.dawsos.ledger.beancount.Quantity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTextTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);

    private static Quantity quantity(String number, String commodity) {
        return new Quantity(new BigDecimal(number), commodity);
    }

    private static NewEntry deposit(String narration, String notes) {
        Map<String, MetaValue> metadata = new LinkedHashMap<>();
        metadata.put("id", new MetaValue.Text("one"));
        metadata.put("type", new MetaValue.Text("deposit"));
        metadata.put("notes", new MetaValue.Text(notes));
        return new NewEntry(
                DAY,
                narration,
                List.of("flow"),
                metadata,
                List.of(
                        NewEntry.Leg.money("Assets:Broker:Cash", quantity("100.00", "CAD")),
                        NewEntry.Leg.money("Equity:Contributions", quantity("-100.00", "CAD"))));
    }

    private static JournalState read(NewEntry entry) {
        String text = JournalText.options("A \"title\"", Currency.getInstance("CAD"), "FIFO")
                + JournalText.openings(List.of("Assets:Broker:Cash", "Equity:Contributions"))
                + JournalText.entry(entry);
        JournalSource source = path -> Optional.of(text.getBytes(StandardCharsets.UTF_8));
        return JournalState.read(source, "main.beancount", "");
    }

    @Test
    void anEntryLooksLikeThoseOfTheDemoJournal() {
        Map<String, MetaValue> metadata = new LinkedHashMap<>();
        metadata.put("id", new MetaValue.Text("7"));
        metadata.put("type", new MetaValue.Text("sell"));
        metadata.put("fx_rate", new MetaValue.Numeric(new BigDecimal("1.280134")));
        metadata.put("pay_date", new MetaValue.Day(DAY));
        metadata.put("per_share", new MetaValue.Money(quantity("0.62", "USD")));
        NewEntry entry = new NewEntry(
                DAY,
                "Sell 170 AAPL",
                List.of("trade"),
                metadata,
                List.of(
                        NewEntry.Leg.units(
                                "Assets:Broker:Positions",
                                quantity("-170", "AAPL"),
                                new CostSpec(
                                        Optional.of(quantity("126.60", "USD")), Optional.of(LocalDate.of(2021, 1, 6))),
                                Optional.of(quantity("158.52", "USD"))),
                        NewEntry.Leg.money("Assets:Broker:Cash", quantity("26943.45", "USD")),
                        NewEntry.Leg.open("Income:CapitalGains:AAPL")));
        assertThat(JournalText.entry(entry)).isEqualTo("""
                2024-01-15 * "Sell 170 AAPL" #trade
                  id: "7"
                  type: "sell"
                  fx_rate: 1.280134
                  pay_date: 2024-01-15
                  per_share: 0.62 USD
                  Assets:Broker:Positions              -170 AAPL {126.60 USD, 2021-01-06} @ 158.52 USD
                  Assets:Broker:Cash               26943.45 USD
                  Income:CapitalGains:AAPL
                """);
    }

    @Test
    void theHeadOfAJournalIsReadBack() {
        JournalState state = read(deposit("Deposit", "none"));
        assertThat(state.journal().options().title()).isEqualTo("A \"title\"");
        assertThat(state.accounts()).containsExactly("Assets:Broker:Cash", "Equity:Contributions");
        assertThat(state.book().transactions()).singleElement().satisfies(booked -> {
            assertThat(booked.id()).isEqualTo("one");
            assertThat(booked.kind()).isEqualTo(TransactionKind.DEPOSIT);
        });
        assertThat(state.cash(Currency.getInstance("CAD"), DAY)).isEqualByComparingTo("100");
        assertThat(state.cash(Currency.getInstance("CAD"), DAY.minusDays(1))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\\\"",
                "ends with a backslash \\",
                "; no comment",
                "\" 1 CAD",
                "2024-01-01 open Assets:Mine",
                "include \"other.beancount\"",
                "#tag ^link * ! {1 CAD} @@",
                "\u00e9\u20ac\ud83d\ude00 \u4e2d",
                "\\n is no line break"
            })
    void aTextComesBackAsItWasAndDoesNothingElse(String hostile) {
        JournalState state = read(deposit(hostile, hostile));
        Directive.Transaction entry = state.entry("one").orElseThrow();
        assertThat(entry.narration()).isEqualTo(hostile);
        assertThat(JournalState.text(entry, "notes")).contains(hostile);
        assertThat(entry.postings()).hasSize(2);
        assertThat(state.journal().directives()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "\u0000", "a\tb", "\u2028", "\ud800"})
    void aTextOfSeveralLinesIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JournalText.entry(deposit(text, "none")));
    }

    @Test
    void aSymbolBecomesAPartOfAnAccount() {
        assertThat(JournalText.accountPart("RY.TO")).isEqualTo("RY-TO");
        assertThat(JournalText.accountPart("BRK'B_1")).isEqualTo("BRK-B-1");
    }
}
