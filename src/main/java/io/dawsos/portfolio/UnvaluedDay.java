package io.dawsos.portfolio;

import io.dawsos.ledger.LedgerBook;
import io.dawsos.ledger.LedgerTransaction;
import io.dawsos.pricing.PackId;
import io.dawsos.pricing.PriceBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    /**
     * What a pack lacks of what a ledger holds at the close of its day and of what moved since a day, each named once; empty when the portfolio
     * has a value.
     *
     * @param since the last valued day; empty counts everything that ever moved
     */
    public static List<String> missing(LedgerBook ledger, Optional<LocalDate> since, PriceBook pack) {
        LedgerSweep sweep = new LedgerSweep(ledger);
        since.ifPresent(sweep::advanceTo);
        List<LedgerTransaction> moves = sweep.advanceTo(pack.date());
        return new DayRates(pack, ledger.base()).missing(sweep, moves);
    }

    /** One sentence for whoever asks for a figure of that day. */
    public String reason() {
        return "The portfolio has no value on " + date + ": pack " + pack + " lacks " + String.join(", ", missing);
    }
}
