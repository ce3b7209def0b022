package io.dawsos.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values that templates are resolved against, and the way from a template to its value. */
final class TestingArgs {

    record Lot(String id, BigDecimal costBasis) {}

    record Position(
            String ticker,
            BigDecimal marketValue,
            List<Lot> lots,
            Optional<String> sector,
            OptionalInt age,
            @JsonProperty("isin_code") String isin,
            Map<Currency, BigDecimal> byCurrency) {}

    static final Position POSITION = new Position(
            "RY.TO",
            new BigDecimal("1000.50"),
            List.of(new Lot("a", BigDecimal.ONE), new Lot("b", BigDecimal.TEN)),
            Optional.of("Financials"),
            OptionalInt.empty(),
            "CA7800871021",
            new LinkedHashMap<>());
    static final LocalDate DAY = LocalDate.of(2023, 12, 29);

    private TestingArgs() {}

    /** One value of each kind that a template may meet. */
    static Map<String, Object> values() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("name", "world");
        inputs.put("days", 252L);
        inputs.put("nothing", null);
        Map<Currency, BigDecimal> rates = new LinkedHashMap<>();
        rates.put(Currency.getInstance("USD"), new BigDecimal("1.3226"));
        Map<LocalDate, String> byDay = new TreeMap<>(Map.of(DAY, "friday"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("inputs", inputs);
        values.put("ctx", Map.of("asof_date", DAY));
        values.put("position", POSITION);
        values.put("positions", List.of(POSITION));
        values.put("maybe", Optional.of(POSITION));
        values.put("weights", new double[] {0.25, 0.75});
        values.put("rates", rates);
        values.put("by_day", byDay);
        values.put("json", json("{\"a\": [1, 2.50, null, {\"b\": \"text\"}], \"t\": true}"));
        return values;
    }

    static JsonNode json(String text) {
        Problems problems = new Problems("test");
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    }

    static Map<String, ?> resolve(String args) {
        Problems problems = new Problems("test");
        ArgsTemplate template = new TemplateCompiler(problems).compile("/args", json(args));
        assertThat(problems.all()).isEmpty();
        return template.resolve(Scope.of(values()));
    }

    static @Nullable Object value(String path) {
        return resolve("{\"x\": \"{{" + path + "}}\"}").get("x");
    }
}
