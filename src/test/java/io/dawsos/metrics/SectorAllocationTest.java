package io.dawsos.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.metrics.SectorAllocation.Part;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectorAllocationTest {

    private static Part part(String sector, String value) {
        return new Part(sector, new BigDecimal(value));
    }

    @Test
    void addsUpEachSectorLargestFirst() {
        SectorAllocation allocation = SectorAllocation.of(
                List.of(part("Energy", "10"), part("Financials", "30"), part("Cash", "40"), part("Energy", "20")));
        assertThat(allocation.sectors())
                .extracting(sector -> sector.name() + " " + sector.value())
                .containsExactly("Cash 40", "Energy 30", "Financials 30");
        assertThat(allocation.total()).isEqualByComparingTo("100");
    }

    @Test
    void hasWeightsThatAddUpToOne() {
        BigDecimal sum = SectorAllocation.of(List.of(part("A", "1"), part("B", "1"), part("C", "1"))).sectors().stream()
                .flatMap(sector -> sector.weight().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.subtract(BigDecimal.ONE).abs()).isLessThan(new BigDecimal("1e-30"));
    }

    @Test
    void hasNoWeightsOfNothing() {
        assertThat(SectorAllocation.of(List.of(part("Energy", "10"), part("Cash", "-10")))
                        .sectors())
                .allSatisfy(sector -> assertThat(sector.weight()).isEmpty());
    }
}
