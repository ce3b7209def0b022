package io.dawsos.metrics;

import io.dawsos.pricing.PackId;
import java.util.Currency;
import java.util.List;

/** Daily returns of benchmarks, stored per pack: what a benchmark returned from the close before the pack's day to its close. */
public interface BenchmarkReturns {

    /**
     * A benchmark's return of one day.
     *
     * @param benchmark symbol of the fund
     * @param base currency of the investor
     */
    record Entry(String benchmark, Currency base, PackId pack, BenchmarkReturn daily) {}

    /** All that is stored of a pack, by benchmark and currency. */
    List<Entry> of(PackId pack);

    /** Adds the rows, all or none; one that is there is left as it is. */
    void save(List<Entry> entries);
}
