package io.dawsos.portfolio;

import io.dawsos.pricing.PackId;
import java.time.LocalDate;
import java.util.List;

/**
 * A day on which the portfolio has no value, because the pack lacks a price or a rate of what was held or moved. The next valued day
 * follows the last valued one; its return and its flow are those of all days in between.
 *
 * @param missing what the pack lacks, for instance {@code rate TRY/CAD} or {@code price of AAPL}; at least one
 */
public record UnvaluedDay(LocalDate date, PackId pack, List<String> missing) implements HistoryRow {
    public UnvaluedDay {
        missing = List.copyOf(missing);
        if (missing.isEmpty()) {
            throw new IllegalArgumentException("The day " + date + " lacks nothing, and yet it has no value");
        }
    }

    /** One sentence for whoever asks for a figure of that day. */
    public String reason() {
        return "The portfolio has no value on " + date + ": pack " + pack + " lacks " + String.join(", ", missing);
    }
}
