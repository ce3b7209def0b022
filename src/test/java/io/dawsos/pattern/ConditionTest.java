package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dawsos.failure.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    record Position(String ticker, BigDecimal marketValue, Optional<String> sector) {}

    private static final Scope SCOPE = Scope.of(values());

    private static Map<String, Object> values() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("days", 252L);
        inputs.put("share", new BigDecimal("0.25"));
        inputs.put("name", "rock and roll");
        inputs.put("evil", "' or true or '");
        inputs.put("empty", "");
        inputs.put("zero", 0);
        inputs.put("yes", true);
        inputs.put("no", false);
        inputs.put("nothing", null);
        inputs.put("list", List.of("a", "b"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("inputs", inputs);
        values.put("ctx", Map.of("asof_date", LocalDate.of(2023, 12, 29)));
        values.put(
                "positions",
                List.of(
                        new Position("RY", new BigDecimal("1000.50"), Optional.of("Financials")),
                        new Position("CNR", new BigDecimal("20"), Optional.empty())));
        values.put("position", new Position("RY", BigDecimal.TEN, Optional.empty()));
        values.put("none_found", List.of());
        values.put(
                "json", new ObjectMapper().createObjectNode().put("ratio", 1.5).putNull("gone"));
        values.put("array", new ObjectMapper().createArrayNode().add(1).add(2));
        return values;
    }

    private static boolean holds(String condition) throws InvalidCondition {
        return Condition.compile(condition, path -> ParameterType.ANY).test(SCOPE);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // the original's own conditions
                "{{position}} != null ~ true",
                "{{fundamentals}} != null ~ false",
                "{{position.ticker}} == 'RY' ~ true",
                "{{position.ticker}} == \"RY\" ~ true",
                "state.positions.length > 0 ~ true",
                "{{none_found.length}} > 0 ~ false",
                // truth of a path
                "{{inputs.yes}} ~ true",
                "inputs.no ~ false",
                "inputs.nothing ~ false",
                "inputs.empty ~ false",
                "inputs.zero ~ false",
                "inputs.list ~ true",
                "none_found ~ false",
                "position ~ true",
                "missing.path[3].deep ~ false",
                "not inputs.nothing ~ true",
                "not inputs.name ~ false",
                "inputs.name and inputs.list ~ true",
                "inputs.yes and inputs.zero ~ false",
                "inputs.nothing or positions ~ true",
                // null
                "inputs.nothing == null ~ true",
                "inputs.nothing is null ~ true",
                "inputs.nothing is none ~ true",
                "inputs.days is not null ~ true",
                "inputs.nothing is not None ~ false",
                "inputs.nothing > 1 ~ false",
                "inputs.nothing < 1 ~ false",
                "not (inputs.nothing < 1) ~ true",
                "inputs.nothing == 1 ~ false",
                "inputs.nothing != 1 ~ false",
                "inputs.nothing == inputs.absent ~ false",
                "inputs.nothing in inputs.list ~ false",
                "'a' in inputs.nothing ~ false",
                // numbers of different types
                "inputs.days == 252.0 ~ true",
                "inputs.days > 251.5 ~ true",
                "inputs.share < 1 ~ true",
                "inputs.share == 0.25 ~ true",
                "json.ratio >= 1 ~ true",
                "inputs.days > inputs.share ~ true",
                "inputs.days + 1 == 253 ~ true",
                "-1 < inputs.zero ~ true",
                "9007199254740993 > 9007199254740992.0 ~ true",
                // words, precedence, brackets
                "false and false or true ~ true",
                "true or false and false ~ true",
                "not false and false ~ false",
                "not inputs.days == 1 ~ true",
                "not (inputs.yes and inputs.no) ~ true",
                "not not inputs.yes ~ true",
                "True and not False ~ true",
                "inputs.yes && !(inputs.no) || false ~ true",
                "(inputs.days > 300 or inputs.days < 10) and true ~ false",
                // in
                "'a' in inputs.list ~ true",
                "'c' in inputs.list ~ false",
                "'c' not in inputs.list ~ true",
                "inputs.yes and 'a' not in inputs.list or false ~ false",
                "inputs.days in [252, 60] ~ true",
                "1.0 in array ~ true",
                "'rock' in inputs.name ~ true",
                // quoted text is text
                "inputs.name == 'rock and roll' ~ true",
                "inputs.name == \"rock and roll\" ~ true",
                "'a or b' == 'a or b' and inputs.yes ~ true",
                "'not null' == 'not null' and inputs.yes ~ true",
                "inputs.evil == 'x' ~ false",
                "inputs.evil != 'x' ~ true",
                // dates are ISO text
                "ctx.asof_date >= '2023-12-01' ~ true",
                "{{ctx.asof_date}} < '2023-12-01' ~ false",
                // CEL itself
                "size(positions) == 2 ~ true",
                "positions.exists(p, p.market_value > 1000) ~ true",
                "positions.all(p, p.market_value > 1000) ~ false",
                "positions.exists(p, p.sector == null) ~ true",
                "positions.filter(p, p.ticker == 'CNR').size() == 1 ~ true",
                "positions.exists(p, p.ticker.startsWith('C')) ~ true",
                "inputs.name.startsWith('rock') ~ true",
                "{{inputs.name}}.matches('^rock.*') ~ true",
                "positions[0].market_value > 1000.4 ~ true",
                "inputs.yes ? inputs.days > 1 : false ~ true",
                "{{json.gone}} == null ~ true",
                "array == [1, 2] ~ true",
                "json == {'ratio': 1.5, 'gone': null} ~ true",
            })
    void aConditionHoldsOrNot(String condition, boolean expected) throws InvalidCondition {
        assertThat(holds(condition)).isEqualTo(expected);
    }

    @Nested
    class AValueThatDoesNotFit {

        @Test
        void isAFailureAndNotFalse() {
            assertThatThrownBy(() -> holds("positions > 3"))
                    .isInstanceOf(Failure.class)
                    .hasMessage("The condition 'positions > 3' cannot be decided: it compares a list with a number");
        }

        @Test
        void doesNotMatterBehindAnOperandThatDecides() throws InvalidCondition {
            assertThat(holds("inputs.no and positions > 3")).isFalse();
        }
    }

    @Nested
    class Injection {

        @Test
        void aValueIsNeverReadAsACondition() throws InvalidCondition {
            assertThat(holds("{{inputs.evil}} == 'safe'")).isFalse();
            assertThat(holds("inputs.name == {{inputs.evil}}")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "getClass()",
                    "inputs.name.getClass().forName('x') == null",
                    "T(java.lang.Runtime).getRuntime()",
                    "${body}",
                    "#{1}",
                    "inputs.days == 1; true",
                    "import('os')",
                    "`x`",
                    "inputs.__class__()",
                })
        void nothingButTheLanguageIsUnderstood(String condition) {
            assertThatThrownBy(() -> holds(condition)).isInstanceOf(InvalidCondition.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 100, 900})
        void deepNestingIsRefusedOrDecided(int depth) {
            String condition = "(".repeat(depth) + "inputs.yes" + ")".repeat(depth) + " and true";
            if (depth < 40) {
                assertThatCode(() -> holds(condition)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> holds(condition)).isInstanceOf(InvalidCondition.class);
            }
        }

        @Test
        void aLongOneIsRefused() {
            assertThatThrownBy(() -> holds("true and ".repeat(1_000) + "true"))
                    .isInstanceOf(InvalidCondition.class)
                    .hasMessage("is longer than 2000 characters");
        }

        @Test
        void longLoopsEnd() {
            Scope scope = Scope.of(Map.of("list", Collections.nCopies(1_000, 1L)));
            String nested = "list.all(a, list.all(b, list.all(c, a == b and b == c)))";
            assertThatThrownBy(() ->
                            Condition.compile(nested, path -> ParameterType.ANY).test(scope))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("cannot be decided");
        }
    }

    @Test
    void knowsWhatItReads() throws InvalidCondition {
        Condition condition =
                Condition.compile("state.b.x > 1 and {{a}} and inputs.c.exists(p, p.d > 1)", p -> ParameterType.ANY);
        assertThat(condition.roots()).containsExactly("a", "b", "inputs");
    }

    @Test
    void knowsWhenItIsConstant() throws InvalidCondition {
        assertThat(Condition.compile("1 > 2 and a", p -> ParameterType.ANY).constant())
                .contains(false);
        assertThat(Condition.compile("a or true", p -> ParameterType.ANY).constant())
                .contains(true);
        assertThat(Condition.compile("a or b > 1", p -> ParameterType.ANY).constant())
                .isEmpty();
        assertThat(Condition.compile("a", p -> ParameterType.ANY).constant()).isEmpty();
    }
}
