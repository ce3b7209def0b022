package io.dawsos.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.pricing.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoIndicatorsTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 29);

    @Test
    void knowTheYieldsOfTheirDays() {
        assertThat(new DemoIndicators().indicators(List.of("DGS10", "DGS2"), DAY.minusDays(1), DAY))
                .filteredOn(value -> value.series().equals("DGS10"))
                .containsExactly(
                        new Indicator("DGS10", DAY.minusDays(1), new BigDecimal("3.84"), "FRED"),
                        new Indicator("DGS10", DAY, new BigDecimal("3.88"), "FRED"));
    }

    @Test
    void refuseASeriesThatIsNotShipped() {
        assertThatThrownBy(() -> new DemoIndicators().indicators(List.of("BAA10Y"), DAY, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The series /demo/macro/BAA10Y.csv is not shipped");
    }

    @Test
    void nameEveryFaultOfAFile() {
        DemoIndicators broken =
                new DemoIndicators(name -> "date,value\n2023-12-28,.\nsoon,3\n2023-12-27,3\n2023-12-27,4\n");

        assertThatThrownBy(() -> broken.indicators(List.of("X"), DAY, DAY)).hasMessage("""
                        X.csv:2: value is '.', not a number
                        X.csv:3: date is 'soon', not a day like 2023-12-29
                        X.csv:5: 2023-12-27 does not come after the day before it""");
    }
}
