package io.dawsos.metrics;

import java.time.LocalDate;

/**
 * What a benchmark returned between two closes, as fractions.
 *
 * @param date day of the later close
 * @param local in its own currency; for an investor who hedges the currency this is the return, but for the interest rate difference
 * @param fx of its currency in base currency
 */
public record BenchmarkReturn(LocalDate date, double local, double fx) {

    /** For an investor who bears the currency: {@code (1 + local)(1 + fx) - 1}. */
    public double unhedged() {
        return (1 + local) * (1 + fx) - 1;
    }

    /** For an investor who does not: the local return. The forward premium is left out: it needs the interest rates of both currencies. */
    public double hedged() {
        return local;
    }

    DailyReturn daily(boolean hedged) {
        return new DailyReturn(date, hedged ? hedged() : unhedged());
    }
}
