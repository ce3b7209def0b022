package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.portfolio.DailyHistory;
import io.dawsos.portfolio.HistoryDay;
import io.dawsos.portfolio.HistoryRow;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A history that goes on from any of its valued days has the bits of one computed in one go; some packs lack a rate. */
class ResumedHistoryTest {

    private static final int CASES = 500;
    private static final int DAYS = 30;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasTheSameBits(long seed) {
        RandomBook random = new RandomBook(seed, DAYS);
        Random chance = new Random(seed);
        List<PriceBook> packs =
                random.packs().stream().map(pack -> maybeLacking(pack, chance)).toList();
        LedgerBook ledger = random.ledger();
        List<HistoryRow> whole = rows(new DailyHistory(ledger), packs);
        assertThat(whole).as("seed %d", seed).hasSize(DAYS);

        int from = chance.nextInt(DAYS - 1);
        Optional<HistoryDay> last = lastValued(whole.subList(0, from + 1));
        DailyHistory resumed = last.map(day -> DailyHistory.after(day, packOf(packs, day), after(ledger, day.date())))
                .orElseGet(() -> new DailyHistory(ledger));
        int first = last.isPresent() ? from + 1 : 0;

        assertThat(rows(resumed, packs.subList(first, DAYS)))
                .as("seed %d, resumed on day %d", seed, from)
                .isEqualTo(whole.subList(first, DAYS));
    }

    private static PriceBook maybeLacking(PriceBook pack, Random chance) {
        return chance.nextInt(5) > 0
                ? pack
                : new PriceBook(
                        pack.pack(),
                        pack.prices(),
                        pack.quotes().subList(1, pack.quotes().size()));
    }

    private static List<HistoryRow> rows(DailyHistory history, List<PriceBook> packs) {
        List<HistoryRow> rows = new ArrayList<>();
        packs.forEach(pack -> history.next(pack).ifPresent(rows::add));
        return rows;
    }

    private static Optional<HistoryDay> lastValued(List<HistoryRow> rows) {
        return rows.stream()
                .filter(HistoryDay.class::isInstance)
                .map(HistoryDay.class::cast)
                .reduce((earlier, later) -> later);
    }

    private static PriceBook packOf(List<PriceBook> packs, HistoryDay day) {
        return packs.stream()
                .filter(pack -> pack.pack().equals(day.pack()))
                .findFirst()
                .orElseThrow();
    }

    /** What a night reads of a ledger. */
    private static LedgerBook after(LedgerBook ledger, LocalDate day) {
        return new LedgerBook(
                ledger.commit(),
                ledger.path(),
                ledger.base(),
                ledger.transactions().stream()
                        .filter(move -> move.date().isAfter(day))
                        .toList(),
                ledger.lots().stream()
                        .filter(lot -> lot.until().map(day::isBefore).orElse(true))
                        .toList(),
                ledger.cash().stream()
                        .filter(cash -> cash.until().map(day::isBefore).orElse(true))
                        .toList());
    }
}
