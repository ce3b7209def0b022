package io.dawsos.metrics;

import java.util.List;

/**
 * A return taken apart, as fractions: what the local market brought, what the currency brought, and what both brought together.
 */
public record Effects(double local, double fx, double interaction) {

    static final Effects NONE = new Effects(0, 0, 0);

    /** Their sum. For one holding it is {@code (1 + r_local)(1 + r_fx) - 1}. */
    public double total() {
        return local + fx + interaction;
    }

    /** The effects of a holding that returned {@code local} in its own currency while that currency returned {@code fx}. */
    public static Effects compound(double local, double fx) {
        return new Effects(local, fx, local * fx);
    }

    static Effects sum(List<Effects> all) {
        double local = 0;
        double fx = 0;
        double interaction = 0;
        for (Effects effects : all) {
            local += effects.local();
            fx += effects.fx();
            interaction += effects.interaction();
        }
        return new Effects(local, fx, interaction);
    }

    Effects times(double weight) {
        return new Effects(weight * local, weight * fx, weight * interaction);
    }
}
