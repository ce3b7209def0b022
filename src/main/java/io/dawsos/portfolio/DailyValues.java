package io.dawsos.portfolio;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/** Daily values by date, and the days among and after them that have none. The list itself holds the valued days only. */
public final class DailyValues extends AbstractList<DailyValue> {

    private final List<DailyValue> values;
    private final List<UnvaluedDay> unvalued;

    /**
     * @param values by date
     * @param unvalued by date
     */
    public DailyValues(List<DailyValue> values, List<UnvaluedDay> unvalued) {
        this.values = List.copyOf(values);
        this.unvalued = List.copyOf(unvalued);
    }

    @Override
    public DailyValue get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    /** Days without a value, by date. */
    public List<UnvaluedDay> unvalued() {
        return unvalued;
    }

    /** The last day of all, when it has no value: figures up to it are unknown. */
    public Optional<UnvaluedDay> unvaluedEnd() {
        return unvalued.isEmpty()
                ? Optional.empty()
                : Optional.of(unvalued.get(unvalued.size() - 1))
                        .filter(day -> values.isEmpty()
                                || values.get(values.size() - 1).date().isBefore(day.date()));
    }

    /** Without the unvalued days before the first value, which are in none of its returns. */
    public DailyValues fromFirstValue() {
        return values.isEmpty()
                ? this
                : new DailyValues(
                        values,
                        unvalued.stream()
                                .filter(day -> day.date().isAfter(values.get(0).date()))
                                .toList());
    }
}
