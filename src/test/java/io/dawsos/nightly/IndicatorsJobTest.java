package io.dawsos.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.pricing.Indicator;
import io.dawsos.pricing.IndicatorData;
import io.dawsos.pricing.PackDraft;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PackIndicators;
import io.dawsos.pricing.PackStore;
import io.dawsos.pricing.Restatement;
import io.dawsos.testing.TestingPackIndicators;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorsJobTest {

    private static final LocalDate FRIDAY = LocalDate.of(2023, 12, 1);
    private final TestingPackIndicators stored = new TestingPackIndicators();

    /** Yields of two Fridays: 4.22 and, a week later, 4.23. */
    private static final IndicatorData YIELDS =
            (series, from, to) -> List.of(value(FRIDAY, "4.22"), value(FRIDAY.plusDays(7), "4.23")).stream()
                    .filter(value ->
                            !value.date().isBefore(from) && !value.date().isAfter(to))
                    .toList();

    private static Indicator value(LocalDate day, String percent) {
        return new Indicator("DGS10", day, new BigDecimal(percent), "FRED");
    }

    private static PackId pack(int daysLater) {
        return new PackId(FRIDAY.plusDays(daysLater), 1);
    }

    private JobReport run(PackId... warming) {
        return new IndicatorsJob(YIELDS, stored, new WarmingPacks(List.of(warming)), List.of("DGS10"))
                .run(FRIDAY.plusDays(30));
    }

    @Test
    void everyWarmingPackGetsTheLastValueWithItsOwnDate() {
        JobReport report = run(pack(0), pack(3), pack(7));

        assertThat(stored.entries())
                .containsExactly(
                        new PackIndicators.Entry(pack(0), value(FRIDAY, "4.22")),
                        new PackIndicators.Entry(pack(3), value(FRIDAY, "4.22")),
                        new PackIndicators.Entry(pack(7), value(FRIDAY.plusDays(7), "4.23")));
        assertThat(report.summary()).isEqualTo("Stored 3 economic figures for 3 packs");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void aValueIsCarriedForTenDaysAndNotForEleven() {
        JobReport report = run(pack(17), pack(18), pack(19));

        assertThat(stored.entries()).extracting(PackIndicators.Entry::pack).containsExactly(pack(17));
        assertThat(report.warnings())
                .containsExactly("2 packs have no DGS10 of at most 10 days before, the first is 20231219_v1");
    }

    @Test
    void aValueIsNeverCarriedBack() {
        run(pack(-1));

        assertThat(stored.entries()).isEmpty();
    }

    @Test
    void withoutAWarmingPackNothingIsRead() {
        assertThat(run().summary()).isEqualTo("No pack is warming");
    }

    /** Knows what is warming, and no more. */
    private record WarmingPacks(List<PackId> warming) implements PackStore {
        @Override
        public void save(List<PackDraft> drafts) {
            throw new UnsupportedOperationException(drafts.toString());
        }

        @Override
        public void restate(Restatement restatement) {
            throw new UnsupportedOperationException(restatement.toString());
        }

        @Override
        public void markFresh(Collection<PackId> packs) {
            throw new UnsupportedOperationException(packs.toString());
        }

        @Override
        public void markFailed(PackId pack, String error) {
            throw new UnsupportedOperationException(error);
        }

        @Override
        public void retry(PackId pack) {
            throw new UnsupportedOperationException(pack.toString());
        }
    }
}
