package io.dawsos.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmountSerializerTest {

    record One(@Amount BigDecimal amount) {}

    record Perhaps(@Amount Optional<BigDecimal> amount) {}

    record Many(@Amount List<BigDecimal> amounts) {}

    record Wrong(@Amount String amount) {}

    record Ratio(double ratio) {}

    private static String json(Object value) {
        return new String(AnswerJson.bytes(value), StandardCharsets.UTF_8);
    }

    @Test
    void roundsHalfEvenToTwoDecimals() {
        assertThat(json(new One(new BigDecimal("0.125")))).isEqualTo("{\"amount\":0.12}");
        assertThat(json(new One(new BigDecimal("0.135")))).isEqualTo("{\"amount\":0.14}");
        assertThat(json(new One(new BigDecimal("1E+3")))).isEqualTo("{\"amount\":1000.00}");
    }

    @Test
    void writesAnAmountThatIsMissingAsNull() {
        assertThat(json(new Perhaps(Optional.empty()))).isEqualTo("{\"amount\":null}");
        assertThat(json(new Perhaps(Optional.of(new BigDecimal("1.005"))))).isEqualTo("{\"amount\":1.00}");
    }

    @Test
    void writesEveryAmountOfAList() {
        assertThat(json(new Many(List.of(BigDecimal.ONE, new BigDecimal("2.345")))))
                .isEqualTo("{\"amounts\":[1.00,2.34]}");
    }

    @Test
    void refusesWhatIsNoAmount() {
        assertThatThrownBy(() -> json(new Wrong("1.00"))).hasMessageContaining("@Amount stands on String");
    }

    @Test
    void aSmallFractionHasNoExponent() {
        assertThat(json(new Ratio(5e-8))).isEqualTo("{\"ratio\":0.00000005}");
    }
}
