package io.dawsos.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LotPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LotPickerTest {

    private static final List<LotPeriod> OPEN = List.of(
            lot(1, "2024-01-02", "10", "100"), lot(2, "2024-01-03", "10", "120"), lot(3, "2024-01-04", "10", "110"));

    private static LotPeriod lot(int number, String acquired, String quantity, String cost) {
        LocalDate day = LocalDate.parse(acquired);
        return new LotPeriod(
                number,
                "AAPL",
                day,
                day,
                Optional.empty(),
                new BigDecimal(quantity),
                new BigDecimal(cost),
                Currency.getInstance("USD"),
                new BigDecimal("1.35"));
    }

    private static String picked(List<LotPeriod> open, LotSelection selection, String wanted) {
        return LotPicker.pick(open, selection, new BigDecimal(wanted)).stream()
                .map(closed -> closed.lot().lot() + "x" + closed.quantity().toPlainString())
                .reduce((one, next) -> one + " " + next)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({"FIFO, 1x10 2x5", "LIFO, 3x10 2x5", "HIFO, 2x10 3x5"})
    void lotsAreTakenInTheOrderAskedFor(LotSelection selection, String expected) {
        assertThat(picked(OPEN, selection, "15")).isEqualTo(expected);
    }

    @Test
    void noMoreIsTakenThanThereIs() {
        assertThat(picked(OPEN, LotSelection.FIFO, "31")).isEqualTo("1x10 2x10 3x10");
    }

    @Test
    void ofLotsThatTheJournalCannotTellApartTheOldestGoesFirst() {
        List<LotPeriod> twins = List.of(lot(1, "2024-01-02", "10", "100"), lot(2, "2024-01-02", "10", "100.00"));
        assertThat(picked(twins, LotSelection.LIFO, "5")).isEqualTo("1x5");
    }

    @Test
    void anIdNamesDayAndCost() {
        LotId id = LotId.of(lot(1, "2021-01-06", "10", "126.60"));
        assertThat(id).hasToString("AAPL:2021-01-06:126.6");
        assertThat(LotId.parse("AAPL:2021-01-06:126.600")).contains(id);
        assertThat(id.cost(Currency.getInstance("USD"))).hasToString("{126.6 USD, 2021-01-06}");
        assertThat(LotId.of(lot(1, "2021-01-06", "10", "1500")).cost(Currency.getInstance("USD")))
                .hasToString("{1500 USD, 2021-01-06}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "AAPL:2021-13-01:1", "AAPL:2021-01-06:-1", ":2021-01-06:1", "A:B:2021-01-06:1"})
    void whatIsNoIdIsNone(String text) {
        assertThat(LotId.parse(text)).isEmpty();
    }
}
