package io.dawsos.metrics;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stretches of time that performance is usually told for, each up to the day of the last value.
 *
 * <p>A range is measured from the close of the last value on or before its start: month, quarter and year to date from the close of the
 * month, quarter and year before; one, three and five years from the close of the same calendar day then. A history that begins later has no
 * such range, for it would be told as something it is not; its own range is the one since inception.
 */
public enum StandardRange {
    ONE_DAY("1d"),
    MONTH("mtd"),
    QUARTER("qtd"),
    YEAR("ytd"),
    ONE_YEAR("1y"),
    THREE_YEARS("3y"),
    FIVE_YEARS("5y"),
    INCEPTION("inception");

    private static final int MONTHS_A_QUARTER = 3;
    private static final int THREE = 3;
    private static final int FIVE = 5;

    private final String label;

    StandardRange(String label) {
        this.label = label;
    }

    /**
     * The values of a range, the one it starts from first.
     *
     * @param values empty when the history does not reach back to the start
     * @param reason why it is empty
     */
    public record Stretch(List<DatedValue> values, String reason) {
        public Stretch {
            values = List.copyOf(values);
        }

        /** The return over it; undefined with the reason when the history is too short. */
        public TimeWeightedReturn timeWeighted() {
            return reason.isEmpty() ? TimeWeightedReturn.of(values) : TimeWeightedReturn.undefined(reason);
        }

        /** The money-weighted return over it; undefined with the reason when the history is too short. */
        public MoneyWeightedReturn moneyWeighted() {
            return reason.isEmpty() ? MoneyWeightedReturn.of(values) : MoneyWeightedReturn.undefined(reason);
        }
    }

    /** How it is called in answers: {@code 1d}, {@code mtd} and so on. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its part of a history, by date, whose first value is above zero. */
    public Stretch of(List<DatedValue> history) {
        if (history.isEmpty()) {
            return new Stretch(List.of(), "There is no history");
        }
        LocalDate first = history.get(0).date();
        Optional<LocalDate> start = start(history.get(history.size() - 1).date());
        if (start.isEmpty()) {
            return new Stretch(history, "");
        }
        if (start.get().isBefore(first)) {
            return new Stretch(List.of(), "The history begins on " + first + ", after " + start.get());
        }
        int from = 0;
        while (from + 1 < history.size() && !history.get(from + 1).date().isAfter(start.get())) {
            from++;
        }
        return new Stretch(history.subList(from, history.size()), "");
    }

    private Optional<LocalDate> start(LocalDate end) {
        return switch (this) {
            case ONE_DAY -> Optional.of(end.minusDays(1));
            case MONTH -> Optional.of(end.withDayOfMonth(1).minusDays(1));
            case QUARTER -> {
                int month = (end.getMonthValue() - 1) / MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1;
                yield Optional.of(LocalDate.of(end.getYear(), month, 1).minusDays(1));
            }
            case YEAR -> Optional.of(LocalDate.of(end.getYear(), 1, 1).minusDays(1));
            case ONE_YEAR -> Optional.of(end.minusYears(1));
            case THREE_YEARS -> Optional.of(end.minusYears(THREE));
            case FIVE_YEARS -> Optional.of(end.minusYears(FIVE));
            case INCEPTION -> Optional.empty();
        };
    }
}
