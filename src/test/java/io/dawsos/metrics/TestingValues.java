package io.dawsos.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Daily values from text: {@code 100000 220000(100000)} are two days, the second with a deposit. */
final class TestingValues {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Pattern VALUE = Pattern.compile("([0-9.]+)(?:\\((-?[0-9.]+)\\))?");

    private TestingValues() {}

    static List<DatedValue> series(String text) {
        List<DatedValue> values = new ArrayList<>();
        for (String word : text.trim().split("\\s+", -1)) {
            Matcher matcher = VALUE.matcher(word);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(word);
            }
            BigDecimal flow = matcher.group(2) == null ? BigDecimal.ZERO : new BigDecimal(matcher.group(2));
            values.add(new DatedValue(FIRST.plusDays(values.size()), new BigDecimal(matcher.group(1)), flow));
        }
        return values;
    }

    static TimeWeightedReturn twr(String text) {
        return TimeWeightedReturn.of(series(text));
    }
}
