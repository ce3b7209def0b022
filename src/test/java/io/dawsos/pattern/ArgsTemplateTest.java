package io.dawsos.pattern;

import static io.dawsos.pattern.TestingArgs.DAY;
import static io.dawsos.pattern.TestingArgs.POSITION;
import static io.dawsos.pattern.TestingArgs.json;
import static io.dawsos.pattern.TestingArgs.resolve;
import static io.dawsos.pattern.TestingArgs.value;
import static io.dawsos.pattern.TestingArgs.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgsTemplateTest {

    @Nested
    class AStringThatIsOneTemplate {

        @Test
        void keepsTheTypeOfTheValue() {
            assertThat(value("inputs.days")).isEqualTo(252L);
            assertThat(value(" inputs.name ")).isEqualTo("world");
            assertThat(value("ctx.asof_date")).isEqualTo(DAY);
            assertThat(value("position")).isSameAs(POSITION);
            assertThat(value("state.position")).isSameAs(POSITION);
            assertThat(value("json.a")).isInstanceOf(JsonNode.class);
            assertThat(value("json.t")).isEqualTo(true);
        }

        @Test
        void readsRecordsByTheirJsonNames() {
            assertThat(value("position.market_value")).isEqualTo(new BigDecimal("1000.50"));
            assertThat(value("positions[0].lots[1].cost_basis")).isEqualTo(BigDecimal.TEN);
            assertThat(value("position.isin_code")).isEqualTo("CA7800871021");
            assertThat(value("position.isin")).isNull();
            assertThat(value("weights[1]")).isEqualTo(0.75);
        }

        @Test
        void unwrapsOptionals() {
            assertThat(value("position.sector")).isEqualTo("Financials");
            assertThat(value("position.age")).isNull();
            assertThat(value("maybe.ticker")).isEqualTo("RY.TO");
        }

        @Test
        void readsMapsWhoseKeysAreNoText() {
            assertThat(value("rates.USD")).isEqualTo(new BigDecimal("1.3226"));
            assertThat(value("rates.EUR")).isNull();
            assertThat(value("by_day.2023-12-29")).isEqualTo("friday");
            assertThat(value("position.by_currency.USD")).isNull();
        }

        @Test
        void readsJson() {
            assertThat(value("json.a[0]")).isEqualTo(1L);
            assertThat(value("json.a[1]")).isEqualTo(new BigDecimal("2.5"));
            assertThat(value("json.a[2]")).isNull();
            assertThat(value("json.a[3].b")).isEqualTo("text");
            assertThat(value("json.a[3].b.length")).isEqualTo(4L);
        }

        @Test
        void knowsTheLengthOfArraysAndTexts() {
            assertThat(value("positions.length")).isEqualTo(1L);
            assertThat(value("json.a.length")).isEqualTo(4L);
            assertThat(value("weights.length")).isEqualTo(2L);
            assertThat(value("inputs.name.length")).isEqualTo(5L);
            assertThat(value("inputs.days.length")).isNull();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "inputs.nothing",
                    "inputs.nothing.deep[3].deeper",
                    "nowhere.at.all",
                    "positions[7].ticker",
                    "position[0]",
                    "positions.ticker",
                    "inputs.days.x",
                    "json.a[99]",
                    "json.a.b",
                    "position.lots[999999]"
                })
        void isNullWhenThereIsNothing(String path) {
            assertThat(value(path)).isNull();
        }
    }

    @Nested
    class ATemplateInsideAText {

        @Test
        void isWrittenIntoIt() {
            assertThat(resolve("{\"x\": \"Hello, {{inputs.name}}: {{inputs.days}} days to {{ctx.asof_date}}\"}"))
                    .isEqualTo(Map.of("x", "Hello, world: 252 days to 2023-12-29"));
        }

        @Test
        void isNothingWhenItIsNull() {
            assertThat(resolve("{\"x\": \"<{{inputs.nothing}}>\"}")).isEqualTo(Map.of("x", "<>"));
        }

        @Test
        void isCompactJsonWhenItIsAStructure() {
            assertThat(resolve("{\"x\": \"lots: {{position.lots}}\"}"))
                    .isEqualTo(Map.of("x", "lots: [{\"id\":\"a\",\"cost_basis\":1},{\"id\":\"b\",\"cost_basis\":10}]"));
        }
    }

    @Test
    void writesHugeNumbersShort() {
        assertThat(Texts.of(new BigDecimal("1e999999"))).isEqualTo("1E+999999");
        assertThat(Texts.of(1e20)).isEqualTo("100000000000000000000");
    }

    @Test
    void resolvesObjectsAndArraysThroughAndThrough() {
        assertThat(resolve(
                                "{\"z\": {\"list\": [\"{{inputs.days}}\", 2, null, {\"deep\": \"{{inputs.nothing}}\"}]}, \"a\": 1.50}")
                        .toString())
                .isEqualTo("{z={list=[252, 2, null, {deep=null}]}, a=1.5}");
    }

    @Test
    void givesArgumentsWithoutTemplatesAsTheSameObjectEachTime() {
        ArgsTemplate template =
                new TemplateCompiler(new Problems("test")).compile("/args", json("{\"a\": [1, {\"b\": 2}]}"));
        assertThat(template.resolve(Scope.of(values()))).isSameAs(template.resolve(Scope.of(Map.of())));
        assertThat(template.roots()).isEmpty();
    }

    @Test
    void isUnmodifiable() {
        Map<String, ?> args = resolve("{\"a\": \"{{inputs.days}}\"}");
        assertThatThrownBy(args::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void leavesTextOfValuesAlone() {
        Problems problems = new Problems("test");
        ArgsTemplate template = new TemplateCompiler(problems).compile("/args", json("{\"a\": \"<{{inputs.name}}>\"}"));
        Map<String, Object> evil = Map.of("inputs", Map.of("name", "{{ctx.user_id}} ${body} #{x}"));
        assertThat(template.resolve(Scope.of(evil)).get("a")).isEqualTo("<{{ctx.user_id}} ${body} #{x}>");
    }

    @Test
    void jsonOfOtherMappersIsReadToo() throws Exception {
        JsonNode node = new ObjectMapper().readTree("{\"x\": 1.5}");
        assertThat(Path.parse("n.x").orElseThrow().resolve(Scope.of(Map.of("n", node))))
                .isEqualTo(1.5);
    }
}
